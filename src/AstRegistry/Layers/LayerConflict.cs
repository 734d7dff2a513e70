namespace AstRegistry;

/// <summary>An element that a batch changed, and that somebody else changed in the parent since the batch began.</summary>
/// <param name="Id">The element.</param>
/// <param name="Parts">What both changed.</param>
public sealed record LayerConflict(EntryId Id, LayerParts Parts)
{
    /// <summary>Id and parts.</summary>
    public override string ToString() => $"{Id} ({Parts})";
}
