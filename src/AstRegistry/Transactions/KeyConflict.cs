namespace AstRegistry;

/// <summary>An entry that is not as a change takes for granted.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record KeyConflict(EntryId Id, KeyConflictReason Reason)
{
    /// <summary>Id and reason.</summary>
    public override string ToString() => $"{Id}: {Reason}";
}
