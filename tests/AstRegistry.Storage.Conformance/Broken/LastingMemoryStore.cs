using System.Runtime.CompilerServices;
using AstRegistry.Storage.Conformance.Contract;

namespace AstRegistry.Storage.Conformance.Broken;

/// <summary>A store in memory that outlives the histories that open it, as a disk would, and lets each be changed before it is used.</summary>
public sealed class LastingMemoryStore(Func<IRegistryHistory, IRegistryHistory>? change = null) : HistoryStore
{
    private readonly MemoryHistory _memory = new();

    public override bool IsDurable => true;

    public override bool IsShared => true;

    /// <summary>Short where a history is broken on purpose, because what never comes is waited for.</summary>
    public override TimeSpan Patience => change is null ? base.Patience : TimeSpan.FromMilliseconds(500);

    public override ValueTask<IRegistryHistory> OpenAsync(CancellationToken cancellationToken)
    {
        var opened = new OpenedHistory(_memory);
        return new(change?.Invoke(opened) ?? opened);
    }

    public override ValueTask DisposeAsync() => _memory.DisposeAsync();
}

/// <summary>A history in memory as one of several that have it open: disposing it leaves the memory alone.</summary>
public sealed class OpenedHistory(MemoryHistory memory) : IRegistryHistory
{
    private readonly CancellationTokenSource _closing = new();

    public string Engine => memory.Engine;

    public bool CanRewind => memory.CanRewind;

    private MemoryHistory Memory
    {
        get
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            return memory;
        }
    }

    public ValueTask<HistoryHead> GetHeadAsync(string registry, CancellationToken cancellationToken = default) => Memory.GetHeadAsync(registry, cancellationToken);

    public ValueTask<AppendOutcome> AppendAsync(string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions, CancellationToken cancellationToken = default) =>
        Memory.AppendAsync(registry, expected, versions, cancellationToken);

    public ValueTask<AppendOutcome> MoveAsync(string registry, HistoryHead expected, long current, CancellationToken cancellationToken = default) =>
        Memory.MoveAsync(registry, expected, current, cancellationToken);

    public IAsyncEnumerable<HistoryVersion> ReadAsync(string registry, long after, long through, CancellationToken cancellationToken = default) =>
        Memory.ReadAsync(registry, after, through, cancellationToken);

    public ValueTask<HistoryVersion> ReadAsync(string registry, long revision, CancellationToken cancellationToken = default) => Memory.ReadAsync(registry, revision, cancellationToken);

    public ValueTask<IReadOnlyList<long>> ListCheckpointsAsync(string registry, CancellationToken cancellationToken = default) => Memory.ListCheckpointsAsync(registry, cancellationToken);

    public ValueTask<HistoryCheckpoint?> ReadCheckpointAsync(string registry, long revision, CancellationToken cancellationToken = default) =>
        Memory.ReadCheckpointAsync(registry, revision, cancellationToken);

    public ValueTask WriteCheckpointAsync(string registry, HistoryCheckpoint checkpoint, CancellationToken cancellationToken = default) =>
        Memory.WriteCheckpointAsync(registry, checkpoint, cancellationToken);

    public ValueTask CompactAsync(string registry, long through, IReadOnlyCollection<long> keep, CancellationToken cancellationToken = default) =>
        Memory.CompactAsync(registry, through, keep, cancellationToken);

    public ValueTask AcknowledgeAsync(string registry, string participant, long revision, CancellationToken cancellationToken = default) =>
        Memory.AcknowledgeAsync(registry, participant, revision, cancellationToken);

    public ValueTask<IReadOnlyDictionary<string, long>> GetAcknowledgementsAsync(string registry, CancellationToken cancellationToken = default) =>
        Memory.GetAcknowledgementsAsync(registry, cancellationToken);

    public async IAsyncEnumerable<HistoryHead> WatchAsync(string registry, HistoryHead after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token, cancellationToken);
        await foreach (var head in Memory.WatchAsync(registry, after, ending.Token)) yield return head;
    }

    public async ValueTask DisposeAsync() => await _closing.CancelAsync();
}
