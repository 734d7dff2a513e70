namespace AstRegistry;

/// <summary>
/// Keeps the versions of registries: the contract of every storage backend. What a method acknowledged is durable.
/// </summary>
/// <remarks>
/// <para>A history holds any number of registries, each with a name (a namespace, in the tables), a head and versions of its own; nothing is shared
/// among them, so that a database may spread them over machines.</para>
/// <para>A backend stores bytes and numbers; it neither decodes change sets nor computes hashes. Methods may be called at the same time.
/// Every method that meets a failing storage throws a <see cref="HistoryException"/> whose fault says why, and leaves everything as it was.</para>
/// </remarks>
public interface IRegistryHistory : IAsyncDisposable
{
    /// <summary>The name of the backend, for messages and metrics: <c>memory</c>, <c>sqlite</c>.</summary>
    string Engine { get; }

    /// <summary>Whether versions are kept, so that one can go back to them.</summary>
    bool CanRewind { get; }

    /// <summary>Where the history of a registry stands; the default value for one that has none yet.</summary>
    ValueTask<HistoryHead> GetHeadAsync(string registry, CancellationToken cancellationToken = default);

    /// <summary>
    /// Appends versions, all or none. They follow the expected head without gaps, and the last becomes current. Where the head is another by now,
    /// nothing is appended and the outcome says where it stands. A version whose commit id is already there as it would be appended counts as appended.
    /// </summary>
    /// <exception cref="ArgumentException">There are none, or their revisions do not follow the head.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was written; once writing has begun the outcome is awaited.</exception>
    ValueTask<AppendOutcome> AppendAsync(string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions, CancellationToken cancellationToken = default);

    /// <summary>Makes another revision current, if the head is still the expected one.</summary>
    /// <exception cref="CompactedException">The revision was compacted away.</exception>
    ValueTask<AppendOutcome> MoveAsync(string registry, HistoryHead expected, long current, CancellationToken cancellationToken = default);

    /// <summary>The versions with revisions above <paramref name="after"/> and up to <paramref name="through"/>, in order of revision.</summary>
    /// <exception cref="CompactedException">One of them was compacted away.</exception>
    IAsyncEnumerable<HistoryVersion> ReadAsync(string registry, long after, long through, CancellationToken cancellationToken = default);

    /// <summary>One version.</summary>
    /// <exception cref="CompactedException">It was compacted away.</exception>
    /// <exception cref="HistoryException">There is none.</exception>
    ValueTask<HistoryVersion> ReadAsync(string registry, long revision, CancellationToken cancellationToken = default);

    /// <summary>The revisions that have a checkpoint, in order.</summary>
    ValueTask<IReadOnlyList<long>> ListCheckpointsAsync(string registry, CancellationToken cancellationToken = default);

    /// <summary>The checkpoint of a revision, or null.</summary>
    ValueTask<HistoryCheckpoint?> ReadCheckpointAsync(string registry, long revision, CancellationToken cancellationToken = default);

    /// <summary>Keeps a checkpoint; one of the same revision is replaced.</summary>
    ValueTask WriteCheckpointAsync(string registry, HistoryCheckpoint checkpoint, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes away versions up to a revision, and checkpoints before it. Revision and hash of the head stay. The caller has written checkpoints for
    /// the parents of the versions that remain.
    /// </summary>
    /// <param name="registry">The registry.</param>
    /// <param name="through">The last revision to take away, below the current one.</param>
    /// <param name="keep">Checkpoints to keep though they lie before it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask CompactAsync(string registry, long through, IReadOnlyCollection<long> keep, CancellationToken cancellationToken = default);

    /// <summary>Notes that a participant has seen everything up to a revision. Never goes back.</summary>
    ValueTask AcknowledgeAsync(string registry, string participant, long revision, CancellationToken cancellationToken = default);

    /// <summary>What each participant has seen.</summary>
    ValueTask<IReadOnlyDictionary<string, long>> GetAcknowledgementsAsync(string registry, CancellationToken cancellationToken = default);

    /// <summary>
    /// Each head that comes after the given one, also when another process moved it; several changes may be seen as one. Ends when cancelled.
    /// </summary>
    IAsyncEnumerable<HistoryHead> WatchAsync(string registry, HistoryHead after, CancellationToken cancellationToken = default);
}
