using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using AstRegistry.History;

namespace AstRegistry;

/// <summary>
/// Keeps no versions, only where each registry stands, in the memory of the process: for registries that need no past. Whoever asks for a version or
/// wants to go back gets a <see cref="HistoryException"/> with <see cref="HistoryFault.CannotRewind"/>.
/// </summary>
/// <remarks>Thread-safe.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class NoHistory : IRegistryHistory
{
    private readonly ConcurrentDictionary<string, HeadOnlyRegistry> _registries = new(StringComparer.Ordinal);
    private volatile bool _isDisposed;

    /// <inheritdoc/>
    public string Engine => "none";

    /// <summary>False.</summary>
    public bool CanRewind => false;

    /// <inheritdoc/>
    public ValueTask<HistoryHead> GetHeadAsync(string registry, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        return new(_registries.TryGetValue(registry, out var found) ? found.Head.Value : default);
    }

    /// <summary>Moves the head behind the versions, if it is still the expected one; the versions themselves are not kept.</summary>
    /// <exception cref="ArgumentException">There are none, or their revisions do not follow the head.</exception>
    public ValueTask<AppendOutcome> AppendAsync(string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions, CancellationToken cancellationToken = default)
    {
        HistoryRules.CheckAppend(expected, versions);
        return new(Of(registry, cancellationToken).Append(expected, versions));
    }

    /// <summary>Refused: there is nothing to go back to.</summary>
    /// <exception cref="HistoryException">Always (<see cref="HistoryFault.CannotRewind"/>).</exception>
    public ValueTask<AppendOutcome> MoveAsync(string registry, HistoryHead expected, long current, CancellationToken cancellationToken = default) =>
        throw Refusal(registry, FormattableString.Invariant($"go to version {current}"), cancellationToken);

    /// <summary>Refused where there would be something to read: versions are not kept.</summary>
    /// <exception cref="HistoryException">The range holds a version (<see cref="HistoryFault.CannotRewind"/>).</exception>
    public async IAsyncEnumerable<HistoryVersion> ReadAsync(string registry, long after, long through, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var head = await GetHeadAsync(registry, cancellationToken).ConfigureAwait(false);
        var (first, last) = HistoryRules.RangeOf(head, after, through);
        if (first <= last) throw Refusal(registry, FormattableString.Invariant($"read version {first}"), cancellationToken);
        yield break;
    }

    /// <summary>Refused: versions are not kept.</summary>
    /// <exception cref="HistoryException">Always (<see cref="HistoryFault.CannotRewind"/>).</exception>
    public ValueTask<HistoryVersion> ReadAsync(string registry, long revision, CancellationToken cancellationToken = default) =>
        throw Refusal(registry, FormattableString.Invariant($"read version {revision}"), cancellationToken);

    /// <summary>None.</summary>
    public ValueTask<IReadOnlyList<long>> ListCheckpointsAsync(string registry, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        return new([]);
    }

    /// <summary>Null.</summary>
    public ValueTask<HistoryCheckpoint?> ReadCheckpointAsync(string registry, long revision, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        return new((HistoryCheckpoint?)null);
    }

    /// <summary>Refused: nothing is kept that one could start from.</summary>
    /// <exception cref="HistoryException">Always (<see cref="HistoryFault.CannotRewind"/>).</exception>
    public ValueTask WriteCheckpointAsync(string registry, HistoryCheckpoint checkpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        throw Refusal(registry, FormattableString.Invariant($"keep a checkpoint of version {checkpoint.Revision}"), cancellationToken);
    }

    /// <summary>Does nothing, because there is nothing to take away.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The current version would be among those to take away.</exception>
    public ValueTask CompactAsync(string registry, long through, IReadOnlyCollection<long> keep, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keep);
        HistoryRules.CheckCompaction(Of(registry, cancellationToken).Head.Value, through);
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

    private HistoryException Refusal(string registry, string what, CancellationToken cancellationToken)
    {
        Check(registry, cancellationToken);
        return new(HistoryFault.CannotRewind, $"The registry '{registry}' cannot {what}: it was opened without history. Open it with a history that keeps versions, such as {nameof(MemoryHistory)}.");
    }

    private HeadOnlyRegistry Of(string registry, CancellationToken cancellationToken)
    {
        Check(registry, cancellationToken);
        var found = _registries.GetOrAdd(registry, static _ => new());

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
