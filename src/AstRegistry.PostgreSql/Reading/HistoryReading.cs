using System.Runtime.CompilerServices;
using AstRegistry.History;
using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>Reads versions in pages, each with a connection of its own: who consumes them slowly holds nothing in the database.</summary>
internal sealed class HistoryReading(Database database, string registry)
{
    private const int PageVersions = 1024;
    private const long PageBytes = 4 << 20;

    private string Task => $"read versions of '{registry}'";

    public ValueTask<HistoryHead> HeadAsync(CancellationToken cancellationToken) =>
        database.RunAsync($"read the head of '{registry}'", HeadOnceAsync, cancellationToken);

    public async ValueTask<HistoryHead> HeadOnceAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        (await HeadReader.ReadAsync(database, connection, registry, cancellationToken).ConfigureAwait(false)).Head;

    /// <summary>One version.</summary>
    public async ValueTask<HistoryVersion> OneAsync(long revision, CancellationToken cancellationToken)
    {
        var page = await PageAsync(revision - 1, revision, cancellationToken).ConfigureAwait(false);
        if (page.Count > 0) return page[0];
        var head = await HeadAsync(cancellationToken).ConfigureAwait(false);
        HistoryRules.CheckKept(registry, head, revision);
        throw Lost(revision, head);
    }

    /// <summary>The versions of a range that are there when it begins.</summary>
    public async IAsyncEnumerable<HistoryVersion> RangeAsync(long after, long through, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = await HeadAsync(cancellationToken).ConfigureAwait(false);
        var (next, last) = HistoryRules.RangeOf(head, after, through);
        while (next <= last)
        {
            var page = await PageAsync(next - 1, Math.Min(last, next - 1 + PageVersions), cancellationToken).ConfigureAwait(false);
            if (page.Count == 0) throw await MissingAsync(next, cancellationToken).ConfigureAwait(false);
            foreach (var version in page)
            {
                if (version.Version.Revision != next) throw await MissingAsync(next, cancellationToken).ConfigureAwait(false);
                next++;
                yield return version;
            }
        }
    }

    private ValueTask<List<HistoryVersion>> PageAsync(long after, long through, CancellationToken cancellationToken) => database.RunAsync(
        Task,
        async (connection, token) =>
        {
            var command = new NpgsqlCommand(database.Sql.ReadVersions, connection);
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.With(registry).With(after).With(through).With(PageBytes);
                var reader = await command.ExecuteReaderAsync(token).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    return await new VersionRows(database, registry).ReadAsync(reader, token).ConfigureAwait(false);
                }
            }
        },
        cancellationToken);

    /// <summary>A version of the range is not there: a compaction came between two pages, or it is lost.</summary>
    private async Task<HistoryException> MissingAsync(long revision, CancellationToken cancellationToken)
    {
        var head = await HeadAsync(cancellationToken).ConfigureAwait(false);
        return revision <= head.CompactedRevision ? new CompactedException(revision, head.CompactedRevision) : Lost(revision, head);
    }

    private HistoryException Lost(long revision, HistoryHead head) => new(
        HistoryFault.Corrupt,
        FormattableString.Invariant($"{database.Place} has lost version {revision} of '{registry}', though its head is at {head.Revision}. Restore the tables from a backup."));
}
