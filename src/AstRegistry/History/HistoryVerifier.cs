using AstRegistry.History;

namespace AstRegistry;

/// <summary>Reads the history of a registry from end to end, and tells whether it is as it was written. Works with every backend.</summary>
/// <remarks>
/// The hash before the first version that is left after a compaction is not known any more: that version's change set is checked by its checksum and
/// all that follow by the chain.
/// </remarks>
public static class HistoryVerifier
{
    /// <summary>
    /// Checks each version: that none is missing, that its change set can be read and has as many operations as it should, that its parent lies
    /// before it, and that its hash follows from the one before; then that the head has the last hash, and that checkpoints can be read. Ends at
    /// the first version that is not sound. O(size of the history).
    /// </summary>
    /// <exception cref="HistoryException">The storage does not answer, or the history keeps no versions (<see cref="HistoryFault.CannotRewind"/>).</exception>
    public static async ValueTask<HistoryReport> VerifyAsync(IRegistryHistory history, string registry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        var walk = new HistoryWalk(await history.GetHeadAsync(registry, cancellationToken).ConfigureAwait(false));
        await walk.ReadVersionsAsync(history, registry, cancellationToken).ConfigureAwait(false);
        await walk.ReadCheckpointsAsync(history, registry, cancellationToken).ConfigureAwait(false);
        return new(registry, walk.Head, walk.Versions, walk.LastSound, walk.Findings);
    }
}
