using AstRegistry.Transactions;

namespace AstRegistry;

public sealed partial class VersionedRegistry
{
    /// <summary>Takes away the versions up to a revision, after writing the checkpoints that the remaining ones need. Commits go on meanwhile.</summary>
    /// <param name="through">The last revision to take away, below the current one. One that is gone already is no fault.</param>
    /// <param name="cancellationToken">Cancels until the versions are being taken away.</param>
    /// <exception cref="ArgumentOutOfRangeException">The current version would be taken away.</exception>
    /// <exception cref="HistoryException">The history failed.</exception>
    /// <exception cref="ReentrantCommitException">A handler calls it while the registry waits for the handler.</exception>
    /// <exception cref="ObjectDisposedException">The registry was disposed.</exception>
    public Task CompactAsync(long through, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) == 1, this);
        if (HandlerScope.IsWithin(_context)) throw ReentrantCommitException.Of(Name);
        return _compaction.CompactAsync(through, cancellationToken);
    }

    /// <summary>
    /// Reads the whole history, as <see cref="HistoryVerifier"/> does, and then holds the entries that the registry shows to those that a replay
    /// from the beginning gives.
    /// </summary>
    /// <exception cref="HistoryException">The history does not answer, or keeps no versions.</exception>
    public async ValueTask<HistoryReport> VerifyAsync(CancellationToken cancellationToken = default)
    {
        var state = _current.Value;
        var report = await HistoryVerifier.VerifyAsync(_context.History, Name, cancellationToken).ConfigureAwait(false);
        if (!report.IsSound || state.Snapshot.Revision == 0) return report;
        var replayed = await _context.States.ReplayAsync(state, cancellationToken).ConfigureAwait(false);
        var delta = ChangeSet.BuildDelta(state.Snapshot, replayed);
        if (delta.Count == 0) return report;
        var message = FormattableString.Invariant($"Version {state.Snapshot.Revision}: what the registry shows is not what its history says: {delta}, first {delta[0]}.");
        return report with { Findings = [new HistoryFinding(state.Snapshot.Revision, HistoryFault.Corrupt, message)] };
    }
}
