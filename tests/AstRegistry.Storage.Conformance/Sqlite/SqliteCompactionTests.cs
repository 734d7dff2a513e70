using AstRegistry.Sqlite;
using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Sqlite;

/// <summary>What compaction leaves on the disk.</summary>
public sealed class SqliteCompactionTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Compaction_gives_the_room_back_to_the_disk()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        var head = default(HistoryHead);
        for (var i = 0; i < 60; i++) head = (await history.AppendAsync(Shop, head, [Next(head, dataSize: 100_000)], Token)).Head;
        await history.WriteCheckpointAsync(Shop, new(20, new byte[1 << 20]), Token);
        await history.CompactAsync(Shop, 58, [], Token);
        var size = new FileInfo(_folder.Database).Length + new FileInfo(_folder.Log).Length;
        Assert.True(size < 600_000, FormattableString.Invariant($"The files still have {size} bytes."));
        Assert.Equal(["ok"], await history.Worker.ReadAsync(static connection => connection.Texts("PRAGMA integrity_check"), Token));
    }

    /// <summary>The header says whether pages can be given back; another program may have changed that.</summary>
    [Fact]
    public async Task A_file_that_gives_nothing_back_is_compacted_all_the_same()
    {
        await using (var first = await _folder.OpenHistoryAsync(Token)) await FillAsync(first, 1, Token);
        _folder.Execute("PRAGMA auto_vacuum = NONE; VACUUM");
        await using var history = await _folder.OpenHistoryAsync(Token);
        Assert.Equal(0, await NumberAsync(history, "PRAGMA auto_vacuum"));
        var head = await history.GetHeadAsync(Shop, Token);
        for (var i = 0; i < 30; i++) head = (await history.AppendAsync(Shop, head, [Next(head, dataSize: 100_000)], Token)).Head;
        await history.CompactAsync(Shop, 25, [], Token);
        Assert.True(await NumberAsync(history, "PRAGMA freelist_count") > 128);
    }

    [Fact]
    public async Task What_was_compacted_leaves_no_rows_and_others_keep_theirs()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        await FillAsync(history, 10, Token);
        await FillAsync(history, 10, Token, "other");
        foreach (var revision in new[] { 2, 4, 6 }) await history.WriteCheckpointAsync(Shop, new(revision, new byte[10]), Token);
        await history.WriteCheckpointAsync("other", new(2, new byte[10]), Token);
        await history.CompactAsync(Shop, 5, [2], Token);

        Assert.Equal(5, await NumberAsync(history, "SELECT count(*) FROM version WHERE registry = 'shop'"));
        Assert.Equal(5, await NumberAsync(history, "SELECT count(*) FROM changeset WHERE registry = 'shop'"));
        Assert.Equal([2, 6], await history.ListCheckpointsAsync(Shop, Token));
        Assert.Equal(2, await NumberAsync(history, "SELECT count(*) FROM checkpoint_chunk WHERE registry = 'shop'"));
        Assert.Equal(10, (await ReadAllAsync(history, 0, 10, Token, "other")).Count);
        Assert.NotNull(await history.ReadCheckpointAsync("other", 2, Token));
    }

    [Fact]
    public async Task The_leftovers_of_a_checkpoint_that_was_not_finished_do_not_count_and_go()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        await FillAsync(history, 10, Token);
        var old = new HistoryCheckpoint(3, new byte[] { 1, 2, 3 });
        await history.WriteCheckpointAsync(Shop, old, Token);
        await history.Worker.WriteAsync(
            static transaction =>
            {
                CheckpointRows.InsertChunks(transaction.Connection, Shop, new(3, new byte[5000]), 9, 1024, 0, 4);
                CheckpointRows.InsertChunks(transaction.Connection, Shop, new(7, new byte[5000]), 1, 1024, 0, 4);
                return true;
            },
            Token);

        Assert.Equal([3], await history.ListCheckpointsAsync(Shop, Token));
        Assert.Equal(old.Data.ToArray(), (await history.ReadCheckpointAsync(Shop, 3, Token))!.Data.ToArray());
        Assert.Null(await history.ReadCheckpointAsync(Shop, 7, Token));
        await history.CompactAsync(Shop, 2, [], Token);
        Assert.Equal(1, await NumberAsync(history, "SELECT count(*) FROM checkpoint_chunk"));
        Assert.Equal(old.Data.ToArray(), (await history.ReadCheckpointAsync(Shop, 3, Token))!.Data.ToArray());
    }

    [Fact]
    public async Task Room_is_reserved_for_compaction_and_reserved_again()
    {
        var reserve = SqliteReserve.PathFor(_folder.Database);
        await using (await _folder.OpenHistoryAsync(Token)) Assert.Equal(4 << 20, new FileInfo(reserve).Length);
        File.Delete(reserve);
        await using var history = await _folder.OpenHistoryAsync(Token);
        Assert.Equal(4 << 20, new FileInfo(reserve).Length);

        history.Worker.Store.Reserve.Give();
        Assert.False(File.Exists(reserve));
        await FillAsync(history, 3, Token);
        await history.CompactAsync(Shop, 2, [], Token);
        Assert.Equal(4 << 20, new FileInfo(reserve).Length);
    }

    [Fact]
    public async Task Where_there_is_hardly_any_room_compaction_takes_smaller_steps()
    {
        var done = new List<long>();
        var shrunk = 0;
        await CompactionSteps.RunAsync(
            10,
            30,
            revision =>
            {
                if (revision - (done.Count == 0 ? 10 : done[^1]) > 5) throw new HistoryException(HistoryFault.Full, "full");
                done.Add(revision);
                return ValueTask.CompletedTask;
            },
            () =>
            {
                shrunk++;
                return ValueTask.CompletedTask;
            });
        Assert.Equal([15, 20, 25, 30], done);
        Assert.Equal(4, shrunk);
    }

    [Fact]
    public async Task Without_room_for_one_version_compaction_says_so()
    {
        var tries = 0;
        ValueTask Refuse(long revision)
        {
            tries++;
            throw new HistoryException(HistoryFault.Full, "full");
        }

        await AssertFaultAsync(HistoryFault.Full, async () => await CompactionSteps.RunAsync(0, 8, Refuse, static () => ValueTask.CompletedTask));
        Assert.Equal(4, tries);
    }

    private static Task<long> NumberAsync(SqliteHistory history, string sql) => history.Worker.ReadAsync(connection => connection.Number(sql), Token);
}
