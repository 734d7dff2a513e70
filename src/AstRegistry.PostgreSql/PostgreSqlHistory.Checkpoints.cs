using AstRegistry.History;
using AstRegistry.PostgreSql;

namespace AstRegistry;

public sealed partial class PostgreSqlHistory
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<long>> ListCheckpointsAsync(string registry, CancellationToken cancellationToken = default)
    {
        Check(registry);
        return new Checkpoints(_database, registry).ListAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<HistoryCheckpoint?> ReadCheckpointAsync(string registry, long revision, CancellationToken cancellationToken = default)
    {
        Check(registry);
        return new Checkpoints(_database, registry).ReadAsync(revision, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="HistoryException">There is no such version, or the database fails.</exception>
    public async ValueTask WriteCheckpointAsync(string registry, HistoryCheckpoint checkpoint, CancellationToken cancellationToken = default)
    {
        Check(registry);
        // Revisions only grow, so what is there when it is asked for is there later.
        var head = await GetHeadAsync(registry, cancellationToken).ConfigureAwait(false);
        HistoryRules.CheckCheckpoint(registry, head, checkpoint);
        await new Checkpoints(_database, registry).WriteAsync(checkpoint, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The revision is not below the current one.</exception>
    public async ValueTask CompactAsync(string registry, long through, IReadOnlyCollection<long> keep, CancellationToken cancellationToken = default)
    {
        Check(registry);
        ArgumentNullException.ThrowIfNull(keep);
        if (await new Compaction(_database, registry, through, keep).RunAsync(cancellationToken).ConfigureAwait(false)) _doorbells.Announce(registry);
    }
}
