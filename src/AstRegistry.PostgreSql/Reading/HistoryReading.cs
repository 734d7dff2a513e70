using System.Runtime.CompilerServices;
using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>Reads versions in pages, each with a connection of its own: who consumes them slowly holds nothing in the database.</summary>
internal sealed class HistoryReading(Database database, string registry)
{
    private const int PageVersions = 1024;
    private const long PageBytes = 4 << 20;

    private string Task => $"read versions of '{registry}'";

    /// <summary>That there is no such version.</summary>
    public static HistoryException NoSuchVersion(Database database, string registry, long revision, long last) =>
        new(HistoryFault.UnknownVersion, FormattableString.Invariant($"{database.Place} has no version {revision} of '{registry}': its last is {last}."));

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
        throw revision > 0 && revision <= head.Revision ? Missing(revision, head) : NoSuchVersion(database, registry, revision, head.Revision);
    }

    /// <summary>The versions of a range that are there when it begins.</summary>
    public async IAsyncEnumerable<HistoryVersion> RangeAsync(long after, long through, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = await HeadAsync(cancellationToken).ConfigureAwait(false);
        var end = Math.Min(through, head.Revision);
        var last = Math.Max(after, 0);
        if (last < end && last < head.CompactedRevision) throw new CompactedException(last + 1, head.CompactedRevision);
        while (last < end)
        {
            var page = await PageAsync(last, Math.Min(end, last + PageVersions), cancellationToken).ConfigureAwait(false);
            // A compaction may have come between two pages.
            if (page.Count == 0) throw Missing(last + 1, await HeadAsync(cancellationToken).ConfigureAwait(false));
            foreach (var version in page)
            {
                if (version.Version.Revision != ++last) throw Missing(last, await HeadAsync(cancellationToken).ConfigureAwait(false));
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

    private HistoryException Missing(long revision, HistoryHead head) => revision <= head.CompactedRevision
        ? new CompactedException(revision, head.CompactedRevision)
        : new HistoryException(HistoryFault.Corrupt, FormattableString.Invariant($"{database.Place} has lost version {revision} of '{registry}', though its head is at {head.Revision}. Restore the tables from a backup."));
}
