namespace AstRegistry.Runtime.Tests.Registry;

/// <summary>A history that does as another one, counts, and can be held back or made to fail.</summary>
internal sealed class HistoryProxy(IRegistryHistory inner) : IRegistryHistory
{
    /// <summary>Runs before an append reaches the history.</summary>
    public Func<CancellationToken, Task> BeforeAppend { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Runs when the history has appended.</summary>
    public Func<Task> AfterAppend { get; set; } = static () => Task.CompletedTask;

    public List<int> Appends { get; } = [];

    public string Engine => inner.Engine;

    public bool CanRewind => inner.CanRewind;

    public ValueTask<HistoryHead> GetHeadAsync(string registry, CancellationToken cancellationToken = default) => inner.GetHeadAsync(registry, cancellationToken);

    public async ValueTask<AppendOutcome> AppendAsync(string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions, CancellationToken cancellationToken = default)
    {
        Appends.Add(versions.Count);
        await BeforeAppend(cancellationToken);
        var outcome = await inner.AppendAsync(registry, expected, versions, CancellationToken.None);
        await AfterAppend();
        return outcome;
    }

    public ValueTask<AppendOutcome> MoveAsync(string registry, HistoryHead expected, long current, CancellationToken cancellationToken = default) => inner.MoveAsync(registry, expected, current, cancellationToken);

    public IAsyncEnumerable<HistoryVersion> ReadAsync(string registry, long after, long through, CancellationToken cancellationToken = default) => inner.ReadAsync(registry, after, through, cancellationToken);

    public ValueTask<HistoryVersion> ReadAsync(string registry, long revision, CancellationToken cancellationToken = default) => inner.ReadAsync(registry, revision, cancellationToken);

    public ValueTask<IReadOnlyList<long>> ListCheckpointsAsync(string registry, CancellationToken cancellationToken = default) => inner.ListCheckpointsAsync(registry, cancellationToken);

    public ValueTask<HistoryCheckpoint?> ReadCheckpointAsync(string registry, long revision, CancellationToken cancellationToken = default) => inner.ReadCheckpointAsync(registry, revision, cancellationToken);

    public ValueTask WriteCheckpointAsync(string registry, HistoryCheckpoint checkpoint, CancellationToken cancellationToken = default) => inner.WriteCheckpointAsync(registry, checkpoint, cancellationToken);

    public ValueTask CompactAsync(string registry, long through, IReadOnlyCollection<long> keep, CancellationToken cancellationToken = default) => inner.CompactAsync(registry, through, keep, cancellationToken);

    public ValueTask AcknowledgeAsync(string registry, string participant, long revision, CancellationToken cancellationToken = default) => inner.AcknowledgeAsync(registry, participant, revision, cancellationToken);

    public ValueTask<IReadOnlyDictionary<string, long>> GetAcknowledgementsAsync(string registry, CancellationToken cancellationToken = default) => inner.GetAcknowledgementsAsync(registry, cancellationToken);

    public IAsyncEnumerable<HistoryHead> WatchAsync(string registry, HistoryHead after, CancellationToken cancellationToken = default) => inner.WatchAsync(registry, after, cancellationToken);

    public ValueTask DisposeAsync() => default;
}
