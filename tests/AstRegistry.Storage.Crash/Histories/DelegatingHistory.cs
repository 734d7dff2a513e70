namespace AstRegistry.Storage.Crash.Histories;

/// <summary>A history that hands everything on to another one.</summary>
internal abstract class DelegatingHistory(IRegistryHistory inner) : IRegistryHistory
{
    public string Engine => inner.Engine;

    public bool CanRewind => inner.CanRewind;

    protected IRegistryHistory Inner => inner;

    public virtual ValueTask<HistoryHead> GetHeadAsync(string registry, CancellationToken cancellationToken = default) => inner.GetHeadAsync(registry, cancellationToken);

    public virtual ValueTask<AppendOutcome> AppendAsync(
        string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions, CancellationToken cancellationToken = default) =>
        inner.AppendAsync(registry, expected, versions, cancellationToken);

    public virtual ValueTask<AppendOutcome> MoveAsync(string registry, HistoryHead expected, long current, CancellationToken cancellationToken = default) =>
        inner.MoveAsync(registry, expected, current, cancellationToken);

    public IAsyncEnumerable<HistoryVersion> ReadAsync(string registry, long after, long through, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(registry, after, through, cancellationToken);

    public ValueTask<HistoryVersion> ReadAsync(string registry, long revision, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(registry, revision, cancellationToken);

    public ValueTask<IReadOnlyList<long>> ListCheckpointsAsync(string registry, CancellationToken cancellationToken = default) =>
        inner.ListCheckpointsAsync(registry, cancellationToken);

    public ValueTask<HistoryCheckpoint?> ReadCheckpointAsync(string registry, long revision, CancellationToken cancellationToken = default) =>
        inner.ReadCheckpointAsync(registry, revision, cancellationToken);

    public virtual ValueTask WriteCheckpointAsync(string registry, HistoryCheckpoint checkpoint, CancellationToken cancellationToken = default) =>
        inner.WriteCheckpointAsync(registry, checkpoint, cancellationToken);

    public virtual ValueTask CompactAsync(string registry, long through, IReadOnlyCollection<long> keep, CancellationToken cancellationToken = default) =>
        inner.CompactAsync(registry, through, keep, cancellationToken);

    public virtual ValueTask AcknowledgeAsync(string registry, string participant, long revision, CancellationToken cancellationToken = default) =>
        inner.AcknowledgeAsync(registry, participant, revision, cancellationToken);

    public ValueTask<IReadOnlyDictionary<string, long>> GetAcknowledgementsAsync(string registry, CancellationToken cancellationToken = default) =>
        inner.GetAcknowledgementsAsync(registry, cancellationToken);

    public IAsyncEnumerable<HistoryHead> WatchAsync(string registry, HistoryHead after, CancellationToken cancellationToken = default) =>
        inner.WatchAsync(registry, after, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
