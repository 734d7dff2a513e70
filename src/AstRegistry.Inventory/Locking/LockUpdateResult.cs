namespace AstRegistry.Locking;

/// <summary>A lock file in step with the code, and what had to be done for it.</summary>
/// <param name="File">The new file; the old one where the update was refused.</param>
/// <param name="Changes">What changed.</param>
/// <param name="Unchanged">How many declarations have the same record as before.</param>
/// <param name="IsRefused">Whether the old file is faulty beyond what can be settled, so that nothing was done.</param>
/// <param name="Faults">What is wrong with the old file; conflicts that were settled are among it.</param>
internal sealed record LockUpdateResult(LockFile File, LockDifference Changes, int Unchanged, bool IsRefused, IReadOnlyList<LockFault> Faults)
{
    /// <summary>Whether the old file is sound, has a record for all that the code declares, and says nothing else.</summary>
    public bool IsInStep => Faults.Count == 0 && Changes.IsEmpty;
}
