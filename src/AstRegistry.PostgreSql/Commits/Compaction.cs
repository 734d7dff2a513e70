using AstRegistry.History;
using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>
/// Takes versions away. First the head says that they are gone, which takes a moment; then they are deleted without holding the head, so that
/// appending goes on. What a compaction that broke off left behind goes with the next one.
/// </summary>
internal sealed class Compaction(Database database, string registry, long through, IReadOnlyCollection<long> keep)
{
    private readonly Guid _change = Guid.NewGuid();

    private string Task => FormattableString.Invariant($"compact '{registry}' through {through}");

    /// <summary>Whether the head was changed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The current revision would be taken away.</exception>
    public async ValueTask<bool> RunAsync(CancellationToken cancellationToken)
    {
        var marked = await database.ExecuteAsync(Task, () => [new NpgsqlBatchCommand(database.Sql.MarkCompacted).With(registry).With(through).With(_change)], cancellationToken).ConfigureAwait(false);
        if (marked == 0) await CheckMarkAsync(cancellationToken).ConfigureAwait(false);
        await database.ExecuteAsync(Task, Deletions, cancellationToken).ConfigureAwait(false);
        return marked != 0;
    }

    private async Task CheckMarkAsync(CancellationToken cancellationToken)
    {
        var head = await new HistoryReading(database, registry).HeadAsync(cancellationToken).ConfigureAwait(false);
        HistoryRules.CheckCompaction(head, through);
    }

    private IEnumerable<NpgsqlBatchCommand> Deletions() =>
    [
        new NpgsqlBatchCommand(database.Sql.DeleteVersions).With(registry).With(through),
        new NpgsqlBatchCommand(database.Sql.DeleteChangeSets).With(registry).With(through),
        new NpgsqlBatchCommand(database.Sql.DeleteCheckpoints).With(registry).With(through).With(keep.ToArray()),
    ];
}
