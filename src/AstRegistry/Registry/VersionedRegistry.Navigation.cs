using AstRegistry.Registry;

namespace AstRegistry;

public sealed partial class VersionedRegistry
{
    /// <summary>
    /// Goes to another version, by the shortest way through the common ancestor. Handlers and subscribers see the difference as one transaction;
    /// no version is made, and the next commit branches off from there.
    /// </summary>
    /// <returns>If it took place: the version gone to, and the operations that led there, none where it was the current one already.</returns>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="CompactedException">It was compacted away.</exception>
    /// <exception cref="HistoryException">The history failed, or keeps no versions.</exception>
    /// <inheritdoc cref="CommitAsync"/>
    public Task<CommitOutcome> CheckoutAsync(long revision, CancellationToken cancellationToken = default) => CheckoutAsync(_ => revision, cancellationToken);

    /// <summary>Goes to the version from which the current one was made.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    /// <inheritdoc cref="CheckoutAsync(long, CancellationToken)"/>
    public Task<CommitOutcome> UndoAsync(CancellationToken cancellationToken = default) => CheckoutAsync(
        static state => state.Snapshot.Version.Parent >= 0 ? state.Snapshot.Version.Parent : throw new InvalidOperationException("There is nothing to undo: the current version was made from none."),
        cancellationToken);

    /// <summary>Goes to the newest version that was made from the current one.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    /// <inheritdoc cref="CheckoutAsync(long, CancellationToken)"/>
    public Task<CommitOutcome> RedoAsync(CancellationToken cancellationToken = default) => CheckoutAsync(
        static state => state.Versions.ChildrenOf(state.Snapshot.Revision) is [.., var newest] ? newest.Revision : throw new InvalidOperationException("There is nothing to redo: no version was made from the current one."),
        cancellationToken);

    /// <summary>The entries as they were at a version; neither makes a version nor tells anybody. Costs the way from the nearest snapshot or checkpoint.</summary>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="CompactedException">It was compacted away.</exception>
    /// <exception cref="HistoryException">The history failed, or keeps no versions.</exception>
    public ValueTask<RegistrySnapshot> LoadStateAsync(long revision, CancellationToken cancellationToken = default)
    {
        var state = _current.Value;
        if (revision == state.Snapshot.Revision) return new(state.Snapshot);
        RegistryTelemetry.AsOfRead();
        return ReadAsync((now, token) => _context.States.LoadAsync(now, revision, token), cancellationToken);
    }

    /// <summary>The least change set that leads from one version to another; reversible.</summary>
    /// <inheritdoc cref="LoadStateAsync"/>
    public async ValueTask<ChangeSet> DiffAsync(long from, long to, CancellationToken cancellationToken = default)
    {
        var (before, after) = await ReadAsync(
            async (state, token) =>
            {
                var start = await _context.States.LoadAsync(state, from, token).ConfigureAwait(false);
                return (start, await _context.States.ReachAsync(state, start, to, token).ConfigureAwait(false));
            },
            cancellationToken).ConfigureAwait(false);
        return ChangeSet.BuildDelta(before, after, _context.Options.Dependencies);
    }

    private Task<CommitOutcome> CheckoutAsync(Func<RegistryState, long> target, CancellationToken cancellationToken) =>
        RunAsync("astregistry.checkout", activity => new CheckoutRequest(target, activity, cancellationToken));

    /// <summary>Reads the past; once more where a compaction took away what the reading began with.</summary>
    private async ValueTask<T> ReadAsync<T>(Func<RegistryState, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        while (true)
        {
            var state = _current.Value;
            try
            {
                return await read(state, cancellationToken).ConfigureAwait(false);
            }
            catch (CompactedException) when (_current.Value.Head.CompactedRevision != state.Head.CompactedRevision)
            {
                // What is asked for may still be there, from a later beginning.
            }
        }
    }
}
