namespace AstRegistry.Storage.Conformance.Broken;

/// <summary>A history that does as another does, except where it is told otherwise.</summary>
public sealed class WrappedHistory(IRegistryHistory inner) : IRegistryHistory
{
    public Func<string, CancellationToken, ValueTask<HistoryHead>> Head { get; init; } = inner.GetHeadAsync;

    public Func<string, HistoryHead, IReadOnlyList<HistoryVersion>, CancellationToken, ValueTask<AppendOutcome>> Append { get; init; } = inner.AppendAsync;

    public Func<string, HistoryHead, long, CancellationToken, ValueTask<AppendOutcome>> Move { get; init; } = inner.MoveAsync;

    public Func<string, long, long, CancellationToken, IAsyncEnumerable<HistoryVersion>> ReadRange { get; init; } = inner.ReadAsync;

    public Func<string, long, CancellationToken, ValueTask<HistoryVersion>> ReadOne { get; init; } = inner.ReadAsync;

    public Func<string, CancellationToken, ValueTask<IReadOnlyList<long>>> ListCheckpoints { get; init; } = inner.ListCheckpointsAsync;

    public Func<string, long, CancellationToken, ValueTask<HistoryCheckpoint?>> ReadCheckpoint { get; init; } = inner.ReadCheckpointAsync;

    public Func<string, HistoryCheckpoint, CancellationToken, ValueTask> WriteCheckpoint { get; init; } = inner.WriteCheckpointAsync;

    public Func<string, long, IReadOnlyCollection<long>, CancellationToken, ValueTask> Compact { get; init; } = inner.CompactAsync;

    public Func<string, string, long, CancellationToken, ValueTask> Acknowledge { get; init; } = inner.AcknowledgeAsync;

    public Func<string, CancellationToken, ValueTask<IReadOnlyDictionary<string, long>>> GetAcknowledgements { get; init; } = inner.GetAcknowledgementsAsync;

    public Func<string, HistoryHead, CancellationToken, IAsyncEnumerable<HistoryHead>> Watch { get; init; } = inner.WatchAsync;

    public Func<ValueTask> Dispose { get; init; } = inner.DisposeAsync;

    public string Engine => inner.Engine;

    public bool CanRewind => inner.CanRewind;

    public ValueTask<HistoryHead> GetHeadAsync(string registry, CancellationToken cancellationToken = default) => Head(registry, cancellationToken);

    public ValueTask<AppendOutcome> AppendAsync(string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions, CancellationToken cancellationToken = default) =>
        Append(registry, expected, versions, cancellationToken);

    public ValueTask<AppendOutcome> MoveAsync(string registry, HistoryHead expected, long current, CancellationToken cancellationToken = default) =>
        Move(registry, expected, current, cancellationToken);

    public IAsyncEnumerable<HistoryVersion> ReadAsync(string registry, long after, long through, CancellationToken cancellationToken = default) =>
        ReadRange(registry, after, through, cancellationToken);

    public ValueTask<HistoryVersion> ReadAsync(string registry, long revision, CancellationToken cancellationToken = default) => ReadOne(registry, revision, cancellationToken);

    public ValueTask<IReadOnlyList<long>> ListCheckpointsAsync(string registry, CancellationToken cancellationToken = default) => ListCheckpoints(registry, cancellationToken);

    public ValueTask<HistoryCheckpoint?> ReadCheckpointAsync(string registry, long revision, CancellationToken cancellationToken = default) =>
        ReadCheckpoint(registry, revision, cancellationToken);

    public ValueTask WriteCheckpointAsync(string registry, HistoryCheckpoint checkpoint, CancellationToken cancellationToken = default) =>
        WriteCheckpoint(registry, checkpoint, cancellationToken);

    public ValueTask CompactAsync(string registry, long through, IReadOnlyCollection<long> keep, CancellationToken cancellationToken = default) =>
        Compact(registry, through, keep, cancellationToken);

    public ValueTask AcknowledgeAsync(string registry, string participant, long revision, CancellationToken cancellationToken = default) =>
        Acknowledge(registry, participant, revision, cancellationToken);

    public ValueTask<IReadOnlyDictionary<string, long>> GetAcknowledgementsAsync(string registry, CancellationToken cancellationToken = default) =>
        GetAcknowledgements(registry, cancellationToken);

    public IAsyncEnumerable<HistoryHead> WatchAsync(string registry, HistoryHead after, CancellationToken cancellationToken = default) => Watch(registry, after, cancellationToken);

    public ValueTask DisposeAsync() => Dispose();
}
