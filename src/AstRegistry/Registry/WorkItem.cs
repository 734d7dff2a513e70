namespace AstRegistry.Registry;

/// <summary>Something that waits for the writer.</summary>
internal abstract class WorkItem
{
    /// <summary>Claims the item for the writer; false if it has been given up meanwhile.</summary>
    public abstract bool TryTake();

    /// <summary>Gives the item up, because the registry is closing.</summary>
    public abstract void Abandon();
}
