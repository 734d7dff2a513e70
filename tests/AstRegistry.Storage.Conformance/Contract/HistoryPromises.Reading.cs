using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Contract;

public static partial class HistoryPromises
{
    public static async Task A_range_is_read_in_order(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var versions = Several(default, 9);
        await history.AppendAsync(Shop, default, versions, cancellationToken);

        AssertSame(versions[3..7], await ReadAllAsync(history, 3, 7, cancellationToken));
        AssertSame(versions[..1], await ReadAllAsync(history, 0, 1, cancellationToken));
        AssertSame(versions[8..], await ReadAllAsync(history, 8, 9, cancellationToken));
    }

    public static async Task A_range_ends_at_the_head(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var versions = Several(default, 3);
        await history.AppendAsync(Shop, default, versions, cancellationToken);

        AssertSame(versions[1..], await ReadAllAsync(history, 1, 100, cancellationToken));
        AssertSame(versions, await ReadAllAsync(history, -1, long.MaxValue, cancellationToken));
    }

    public static async Task An_empty_range_has_nothing(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 3, cancellationToken);

        foreach (var (after, through) in new (long, long)[] { (2, 2), (3, 1), (3, 3), (3, long.MaxValue), (10, 20), (long.MaxValue, long.MaxValue), (0, 0), (-5, 0) })
        {
            Assert.Empty(await ReadAllAsync(history, after, through, cancellationToken));
        }
    }

    public static async Task A_long_range_is_complete(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        for (var i = 0; i < 4; i++) await FillAsync(history, 250, cancellationToken);
        var all = await ReadAllAsync(history, 0, long.MaxValue, cancellationToken);

        Assert.Equal(Enumerable.Range(1, 1000).Select(static revision => (long)revision), all.Select(static version => version.Version.Revision));
        AssertSame(all[500], await history.ReadAsync(Shop, 501, cancellationToken));
    }

    public static async Task A_range_has_no_gap_when_compaction_comes_between(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 600, cancellationToken);
        var read = new List<long>();
        try
        {
            await foreach (var version in history.ReadAsync(Shop, 0, 600, cancellationToken))
            {
                read.Add(version.Version.Revision);
                if (read.Count == 1) await history.CompactAsync(Shop, 500, [], cancellationToken);
            }

            Assert.Equal(600, read.Count);
        }
        catch (CompactedException exception)
        {
            Assert.Equal(500, exception.CompactedRevision);
        }

        Assert.Equal(Enumerable.Range(1, read.Count).Select(static revision => (long)revision), read);
    }

    public static async Task One_version_reads_as_in_a_range(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var versions = Several(default, 4);
        await history.AppendAsync(Shop, default, versions, cancellationToken);

        foreach (var version in versions) AssertSame(version, await history.ReadAsync(Shop, version.Version.Revision, cancellationToken));
    }

    public static async Task An_unknown_version_is_refused(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await AssertFaultAsync(HistoryFault.UnknownVersion, async () => await history.ReadAsync(Shop, 1, cancellationToken));
        await FillAsync(history, 2, cancellationToken);

        foreach (var unknown in new[] { -1, 0, 3, long.MaxValue })
        {
            var exception = await AssertFaultAsync(HistoryFault.UnknownVersion, async () => await history.ReadAsync(Shop, unknown, cancellationToken));
            Assert.Contains(Shop, exception.Message, StringComparison.Ordinal);
        }
    }
}
