namespace AstRegistry.Locking;

/// <summary>A lock file in step with the code, and what had to be done for it.</summary>
/// <param name="File">The new file; the old one where the update was refused.</param>
/// <param name="Changes">What changed.</param>
/// <param name="Unchanged">How many declarations have the same record as before.</param>
/// <param name="Faults">Why the update was refused; empty where it was not.</param>
internal sealed record LockUpdateResult(LockFile File, LockDifference Changes, int Unchanged, IReadOnlyList<LockFault> Faults)
{
    /// <summary>Whether the old file is faulty, so that nothing was done.</summary>
    public bool IsRefused => Faults.Count > 0;

    /// <summary>Whether the old file has a record for all that the code declares, and says nothing else.</summary>
    public bool IsInStep => !IsRefused && Changes.IsEmpty;
}
