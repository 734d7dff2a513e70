namespace AstRegistry.Locking;

/// <summary>What changed from one lock file to another.</summary>
/// <param name="Changes">The changes, sorted by key, kind and id: in the order in which people look for them.</param>
internal sealed record LockDifference(IReadOnlyList<LockChange> Changes)
{
    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => Changes.Count == 0;

    /// <summary>The changes of one kind, in order.</summary>
    public IEnumerable<LockChange> Of(LockChangeKind kind) => Changes.Where(change => change.Kind == kind);
}
