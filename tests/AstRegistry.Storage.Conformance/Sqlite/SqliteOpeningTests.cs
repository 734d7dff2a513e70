using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Sqlite;

/// <summary>What is found where a database should be.</summary>
public sealed class SqliteOpeningTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_missing_folder_is_named()
    {
        var path = Path.Combine(_folder.Folder, "none", "app.db");
        var error = await AssertFaultAsync(HistoryFault.Unavailable, async () => await SqliteHistory.OpenAsync(path, Token));
        Assert.Contains(Path.Combine(_folder.Folder, "none"), error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Folder, "none")));
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_named()
    {
        var error = await AssertFaultAsync(HistoryFault.Unavailable, async () => await SqliteHistory.OpenAsync(_folder.Folder, Token));
        Assert.Contains("is a folder", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TABLE customer (id INTEGER)")]
    [InlineData("PRAGMA application_id = 42; CREATE TABLE head (registry TEXT)")]
    [InlineData("PRAGMA user_version = 1")]
    public async Task The_database_of_another_program_is_refused(string sql)
    {
        _folder.Execute(sql);
        var before = _folder.Image();
        var error = await AssertFaultAsync(HistoryFault.Foreign, OpenAsync);
        Assert.Contains(_folder.Database, error.Message, StringComparison.Ordinal);
        AssertUntouched(before);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(_folder.Database, string.Concat(Enumerable.Repeat("Dear diary, ", 1000)), Token);
        var before = _folder.Image();
        await AssertFaultAsync(HistoryFault.Foreign, OpenAsync);
        AssertUntouched(before);
    }

    [Fact]
    public async Task A_newer_form_is_refused_by_its_number()
    {
        await FillAsync(3);
        _folder.Execute("PRAGMA user_version = 2");
        var before = _folder.Image();
        var error = await AssertFaultAsync(HistoryFault.NewerFormat, OpenAsync);
        Assert.Contains("form 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("up to 1", error.Message, StringComparison.Ordinal);
        AssertUntouched(before);
    }

    [Theory]
    [InlineData("DROP TABLE ack")]
    [InlineData("ALTER TABLE version ADD COLUMN more TEXT")]
    [InlineData("CREATE TRIGGER spoil AFTER INSERT ON version BEGIN DELETE FROM head; END")]
    [InlineData("PRAGMA user_version = 0")]
    public async Task Tables_that_somebody_changed_are_refused(string sql)
    {
        await FillAsync(3);
        _folder.Execute(sql);
        await AssertFaultAsync(HistoryFault.Corrupt, OpenAsync);
    }

    [Fact]
    public async Task A_second_opening_is_refused_and_disturbs_no_one()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        await FillAsync(history, 2, Token);
        var error = await AssertFaultAsync(HistoryFault.InUse, OpenAsync);
        Assert.Contains(_folder.Database, error.Message, StringComparison.Ordinal);
        Assert.Equal(5, (await FillAsync(history, 3, Token)).Revision);
        await AssertFaultAsync(HistoryFault.InUse, OpenAsync);
    }

    [Fact]
    public async Task A_link_leads_to_the_same_history()
    {
        await FillAsync(3);
        var link = Path.Combine(_folder.Folder, "link.db");
        File.CreateSymbolicLink(link, _folder.Database);
        await using var history = await SqliteHistory.OpenAsync(link, Token);
        Assert.Equal(4, (await FillAsync(history, 1, Token)).Revision);
        await AssertFaultAsync(HistoryFault.InUse, OpenAsync);
        Assert.False(File.Exists(link + ".anchor"));
    }

    [Fact]
    public async Task A_closed_history_can_be_opened_at_once()
    {
        for (var i = 1; i <= 5; i++)
        {
            await using var history = await _folder.OpenHistoryAsync(Token);
            Assert.Equal(i, (await FillAsync(history, 1, Token)).Revision);
        }
    }

    [Fact]
    public async Task Closing_leaves_no_log()
    {
        await FillAsync(3);
        Assert.Equal(["app.db", "app.db.anchor", "app.db.reserve"], Directory.GetFiles(_folder.Folder).Select(static path => Path.GetFileName(path)!).Order().ToArray());
    }

    /// <summary>An administrator may write what nobody may, so that only what both see is the same.</summary>
    [Fact]
    public async Task A_file_that_cannot_be_written_is_refused()
    {
        await FillAsync(3);
        File.SetAttributes(_folder.Database, FileAttributes.ReadOnly);
        try
        {
            if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()) await (await _folder.OpenHistoryAsync(Token)).DisposeAsync();
            else await AssertFaultAsync(HistoryFault.ReadOnly, OpenAsync);
        }
        finally
        {
            File.SetAttributes(_folder.Database, FileAttributes.Normal);
        }

        await using var history = await _folder.OpenHistoryAsync(Token);
        Assert.Equal(3, (await history.GetHeadAsync(Shop, Token)).Revision);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.5)]
    [InlineData(0.1)]
    public async Task A_truncated_file_is_refused(double share)
    {
        await FillAsync(200);
        using (var file = File.OpenWrite(_folder.Database)) file.SetLength((long)(file.Length * share));
        await AssertFaultAsync(HistoryFault.Corrupt, OpenAsync);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task An_empty_path_is_refused(string path) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await SqliteHistory.OpenAsync(path, Token));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(SqliteHistoryOptions.MaxChunkSize + 1)]
    public async Task A_chunk_size_out_of_range_is_refused(int size) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await SqliteHistory.OpenAsync(new SqliteHistoryOptions(_folder.Database) { ChunkSize = size }, Token));

    [Fact]
    public async Task Another_chunk_size_reads_what_was_written_with_the_last()
    {
        await using (var history = await SqliteHistory.OpenAsync(new SqliteHistoryOptions(_folder.Database) { ChunkSize = 1024 }, Token))
        {
            await history.AppendAsync(Shop, default, [Next(default, dataSize: 10_000)], Token);
        }

        await using var again = await _folder.OpenHistoryAsync(Token);
        var head = await again.GetHeadAsync(Shop, Token);
        Assert.True((await again.AppendAsync(Shop, head, [Next(head, dataSize: 10_000)], Token)).IsAppended);
        var report = await HistoryVerifier.VerifyAsync(again, Shop, Token);
        Assert.True(report.IsSound, report.ToString());
    }

    [Theory]
    [InlineData(SqliteSynchronous.Full, 2)]
    [InlineData(SqliteSynchronous.Normal, 1)]
    public async Task The_connection_is_set_as_promised(SqliteSynchronous synchronous, long expected)
    {
        await using var history = await SqliteHistory.OpenAsync(new SqliteHistoryOptions(_folder.Database) { Synchronous = synchronous }, Token);
        Assert.Equal(expected, await NumberAsync(history, "PRAGMA synchronous"));
        Assert.Equal(0, await NumberAsync(history, "PRAGMA mmap_size"));
        Assert.Equal(2, await NumberAsync(history, "PRAGMA auto_vacuum"));
        Assert.Equal("wal", await history.Worker.ReadAsync(static connection => connection.Texts("PRAGMA journal_mode")[0], Token));
        Assert.Equal("exclusive", await history.Worker.ReadAsync(static connection => connection.Texts("PRAGMA locking_mode")[0], Token));
        await FillAsync(history, 1, Token);
        Assert.False(File.Exists(_folder.Database + "-shm"));
    }

    [Fact]
    public async Task The_engine_has_no_known_fault_in_resetting_its_log()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        var version = Version.Parse(await history.Worker.ReadAsync(static connection => connection.Texts("SELECT sqlite_version()")[0], Token));
        Assert.True(version >= new Version(3, 51, 3), $"SQLite {version} may damage a log that two connections reset; ours is alone, and is to stay so.");
    }

    private static Task<long> NumberAsync(SqliteHistory history, string sql) => history.Worker.ReadAsync(connection => connection.Number(sql), Token);

    private async Task OpenAsync() => await (await _folder.OpenHistoryAsync(Token)).DisposeAsync();

    private async Task FillAsync(int count)
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        await FillAsync(history, count, Token);
    }

    private static Task<HistoryHead> FillAsync(SqliteHistory history, int count, CancellationToken token) => Contract.TestVersions.FillAsync(history, count, token);

    private void AssertUntouched(Dictionary<string, byte[]> before)
    {
        var after = _folder.Image();
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        foreach (var (name, bytes) in before) Assert.True(bytes.AsSpan().SequenceEqual(after[name]), $"{name} was changed.");
    }
}
