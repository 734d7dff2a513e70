using AstRegistry.Sqlite;
using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Sqlite;

/// <summary>A disk that is full or cannot be written for a while: typed errors, reads go on, and no restart.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_full_disk_is_told_and_reads_go_on_and_room_ends_it()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        var head = await FillAsync(history, 20, Token);
        var pages = await NumberAsync(history, "PRAGMA page_count");
        await NumberAsync(history, FormattableString.Invariant($"PRAGMA max_page_count = {pages}"));
        var large = Next(head, dataSize: 1 << 20);
        var error = await AssertFaultAsync(HistoryFault.Full, async () => await history.AppendAsync(Shop, head, [large], Token));
        Assert.Contains(_folder.Database, error.Message, StringComparison.Ordinal);
        await AssertFaultAsync(HistoryFault.Full, async () => await history.WriteCheckpointAsync(Shop, new(3, new byte[1 << 20]), Token));

        Assert.Equal(head, await history.GetHeadAsync(Shop, Token));
        Assert.Equal(20, (await ReadAllAsync(history, 0, 100, Token)).Count);
        Assert.Null(await history.ReadCheckpointAsync(Shop, 3, Token));
        Assert.Equal(20, AnchoredRevision());

        await NumberAsync(history, "PRAGMA max_page_count = 1000000");
        Assert.True((await history.AppendAsync(Shop, head, [large], Token)).IsAppended);
        AssertSame(large, await history.ReadAsync(Shop, 21, Token));
        await AssertSoundAsync(history);
    }

    [Fact]
    public async Task Where_one_has_no_room_smaller_ones_of_the_same_moment_do()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        var head = await FillAsync(history, 20, Token);
        var pages = await NumberAsync(history, "PRAGMA page_count");
        await NumberAsync(history, FormattableString.Invariant($"PRAGMA max_page_count = {pages + 20}"));
        using var gate = new ManualResetEventSlim();
        var held = history.Worker.ReadAsync(
            _ =>
            {
                gate.Wait(Token);
                return true;
            },
            Token);
        var small = history.AppendAsync(Shop, head, [Next(head)], Token).AsTask();
        var large = history.AppendAsync("large", default, [Next(default, dataSize: 1 << 20)], Token).AsTask();
        var other = history.AppendAsync("other", default, [Next(default)], Token).AsTask();
        gate.Set();
        await held;

        Assert.True((await small).IsAppended);
        Assert.True((await other).IsAppended);
        Assert.Equal(HistoryFault.Full, (await Assert.ThrowsAsync<HistoryException>(() => large)).Fault);
        await AssertSoundAsync(history);
    }

    [Fact]
    public async Task Compaction_works_on_a_full_disk_and_makes_room()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        var head = default(HistoryHead);
        for (var i = 0; i < 40; i++) head = (await history.AppendAsync(Shop, head, [Next(head, dataSize: 50_000)], Token)).Head;
        var pages = await NumberAsync(history, "PRAGMA page_count");
        await NumberAsync(history, FormattableString.Invariant($"PRAGMA max_page_count = {pages}"));
        await AssertFaultAsync(HistoryFault.Full, async () => await history.AppendAsync(Shop, head, [Next(head, dataSize: 500_000)], Token));

        await history.CompactAsync(Shop, 30, [], Token);
        head = await history.GetHeadAsync(Shop, Token);
        Assert.True((await history.AppendAsync(Shop, head, [Next(head, dataSize: 500_000)], Token)).IsAppended);
        await AssertSoundAsync(history);
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_any_more_is_told_and_read()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        var head = await FillAsync(history, 3, Token);
        await NumberAsync(history, "PRAGMA query_only = ON");
        await AssertFaultAsync(HistoryFault.ReadOnly, async () => await history.AppendAsync(Shop, head, [Next(head)], Token));
        await AssertFaultAsync(HistoryFault.ReadOnly, async () => await history.AcknowledgeAsync(Shop, "somebody", 1, Token));
        Assert.Equal(3, (await ReadAllAsync(history, 0, 3, Token)).Count);

        await NumberAsync(history, "PRAGMA query_only = OFF");
        Assert.True((await history.AppendAsync(Shop, head, [Next(head)], Token)).IsAppended);
    }

    /// <summary>The version is durable but not covered: nobody is told that it is, and asking again settles it.</summary>
    [Fact]
    public async Task What_the_anchor_cannot_cover_is_not_acknowledged_and_settles_when_asked_again()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        var head = await FillAsync(history, 3, Token);
        var version = Next(head);
        history.Worker.Store.Anchor.Attach(File.OpenHandle(_folder.Anchor, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var error = await AssertFaultAsync(HistoryFault.Unavailable, async () => await history.AppendAsync(Shop, head, [version], Token));
        Assert.Contains(_folder.Anchor, error.Message, StringComparison.Ordinal);
        Assert.Equal(3, AnchoredRevision());

        var outcome = await history.AppendAsync(Shop, head, [version], Token);
        Assert.True(outcome.IsAppended);
        Assert.Equal(4, outcome.Head.Revision);
        Assert.Equal(4, AnchoredRevision());
    }

    private long AnchoredRevision() => AnchorContents.Read(_folder.Anchor).Records.Single(static record => record.Entry.Registry == Shop).Entry.Revision;

    private static Task<long> NumberAsync(SqliteHistory history, string sql) => history.Worker.ReadAsync(connection => connection.Number(sql), Token);

    private static async Task AssertSoundAsync(SqliteHistory history)
    {
        var report = await HistoryVerifier.VerifyAsync(history, Shop, Token);
        Assert.True(report.IsSound, report.ToString());
        Assert.Equal(["ok"], await history.Worker.ReadAsync(static connection => connection.Texts("PRAGMA integrity_check"), Token));
    }
}
