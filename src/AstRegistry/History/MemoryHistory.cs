using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using AstRegistry.History;

namespace AstRegistry;

/// <summary>
/// Keeps the versions of registries in the memory of the process, as long as this object lives: for tests, and for registries that need a past
/// but no disk.
/// </summary>
/// <remarks>Thread-safe. Bytes are kept as they are given, so nobody may change them afterwards.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class MemoryHistory : IRegistryHistory
{
    private readonly ConcurrentDictionary<string, MemoryRegistry> _registries = new(StringComparer.Ordinal);
    private volatile bool _isDisposed;

    /// <inheritdoc/>
    public string Engine => "memory";

    /// <inheritdoc/>
    public bool CanRewind => true;

    /// <inheritdoc/>
    public ValueTask<HistoryHead> GetHeadAsync(string registry, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        return new(_registries.TryGetValue(registry, out var found) ? found.Head.Value : default);
    }

    /// <inheritdoc/>
    public ValueTask<AppendOutcome> AppendAsync(string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions, CancellationToken cancellationToken = default)
    {
        HistoryRules.CheckAppend(expected, versions);
        return new(Of(registry, cancellationToken).Append(expected, versions));
    }

    /// <inheritdoc/>
    public ValueTask<AppendOutcome> MoveAsync(string registry, HistoryHead expected, long current, CancellationToken cancellationToken = default) =>
        new(Of(registry, cancellationToken).Move(expected, current));

    /// <inheritdoc/>
    public async IAsyncEnumerable<HistoryVersion> ReadAsync(string registry, long after, long through, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var versions = await new ValueTask<IReadOnlyList<HistoryVersion>>(Of(registry, cancellationToken).Read(after, through)).ConfigureAwait(false);
        foreach (var version in versions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return version;
        }
    }

    /// <inheritdoc/>
    public ValueTask<HistoryVersion> ReadAsync(string registry, long revision, CancellationToken cancellationToken = default) =>
        new(Of(registry, cancellationToken).Read(revision));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<long>> ListCheckpointsAsync(string registry, CancellationToken cancellationToken = default) =>
        new(Of(registry, cancellationToken).ListCheckpoints());

    /// <inheritdoc/>
    public ValueTask<HistoryCheckpoint?> ReadCheckpointAsync(string registry, long revision, CancellationToken cancellationToken = default) =>
        new(Of(registry, cancellationToken).ReadCheckpoint(revision));

    /// <inheritdoc/>
    public ValueTask WriteCheckpointAsync(string registry, HistoryCheckpoint checkpoint, CancellationToken cancellationToken = default)
    {
        Of(registry, cancellationToken).WriteCheckpoint(checkpoint);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask CompactAsync(string registry, long through, IReadOnlyCollection<long> keep, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keep);
        Of(registry, cancellationToken).Compact(through, keep);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask AcknowledgeAsync(string registry, string participant, long revision, CancellationToken cancellationToken = default)
    {
        HistoryRules.CheckParticipant(participant);
        Of(registry, cancellationToken).Acknowledgements.Add(participant, revision);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, long>> GetAcknowledgementsAsync(string registry, CancellationToken cancellationToken = default) =>
        new(Of(registry, cancellationToken).Acknowledgements.ToDictionary());

    /// <inheritdoc/>
    public IAsyncEnumerable<HistoryHead> WatchAsync(string registry, HistoryHead after, CancellationToken cancellationToken = default) =>
        Of(registry, cancellationToken).Head.WatchAsync(after, cancellationToken);

    /// <summary>Forgets everything, and ends all watches.</summary>
    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        foreach (var registry in _registries.Values) registry.Head.End();
        _registries.Clear();
        return ValueTask.CompletedTask;
    }

    /// <summary>Engine and number of registries.</summary>
    public override string ToString() => FormattableString.Invariant($"{Engine}, {_registries.Count} registries");

    private MemoryRegistry Of(string registry, CancellationToken cancellationToken)
    {
        Check(registry, cancellationToken);
        var found = _registries.GetOrAdd(registry, static name => new(name));

        // Once more, so that none is added behind the back of who disposes.
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return found;
    }

    private void Check(string registry, CancellationToken cancellationToken)
    {
        HistoryRules.CheckRegistry(registry);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
