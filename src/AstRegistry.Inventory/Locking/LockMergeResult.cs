namespace AstRegistry.Locking;

/// <summary>The merge of two lock files.</summary>
/// <param name="Text">The merged text: canonical where it is clean, with conflict markers around what contradicts itself otherwise; null where the merge was refused.</param>
/// <param name="Conflicts">What is left to decide, sorted by id.</param>
/// <param name="Faults">Why the merge was refused: faults of ours, or if it has none, of theirs.</param>
internal sealed record LockMergeResult(string? Text, IReadOnlyList<LockConflict> Conflicts, IReadOnlyList<LockFault> Faults)
{
    /// <summary>Whether nothing is left to decide.</summary>
    public bool IsClean => Text is not null && Conflicts.Count == 0;
}
