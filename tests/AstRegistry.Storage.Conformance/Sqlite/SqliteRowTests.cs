using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Sqlite;

/// <summary>Rows that SQLite gives without complaint and that are not as they were written.</summary>
public sealed class SqliteRowTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("UPDATE head SET current = 2")]
    [InlineData("UPDATE head SET epoch = epoch + 1")]
    [InlineData("UPDATE head SET compacted = 1")]
    [InlineData("UPDATE head SET hash = x'00'")]
    [InlineData("UPDATE head SET registry = 'store'")]
    [InlineData("UPDATE version SET actor = 'nobody' WHERE revision = 3")]
    [InlineData("UPDATE version SET hash = zeroblob(32) WHERE revision = 3")]
    [InlineData("DELETE FROM version WHERE revision = 3")]
    [InlineData("DELETE FROM changeset WHERE revision = 3")]
    public async Task A_changed_head_or_last_version_is_refused(string sql)
    {
        await MakeAsync();
        _folder.Execute(sql);
        await AssertFaultAsync(HistoryFault.Corrupt, async () => await (await _folder.OpenHistoryAsync(Token)).DisposeAsync());
    }

    [Theory]
    [InlineData("UPDATE version SET parent = 0 WHERE revision = 2")]
    [InlineData("UPDATE version SET at = at + 1 WHERE revision = 2")]
    [InlineData("UPDATE version SET at = -1 WHERE revision = 2")]
    [InlineData("UPDATE version SET zone = 100000 WHERE revision = 2")]
    [InlineData("UPDATE version SET actor = actor || 'x' WHERE revision = 2")]
    [InlineData("UPDATE version SET commit_id = randomblob(16) WHERE revision = 2")]
    [InlineData("UPDATE version SET commit_id = x'' WHERE revision = 2")]
    [InlineData("UPDATE version SET operations = 1000000000000 WHERE revision = 2")]
    [InlineData("UPDATE version SET size = size + 1 WHERE revision = 2")]
    [InlineData("UPDATE version SET size = 4611686018427387904 WHERE revision = 2")]
    [InlineData("UPDATE version SET hash = zeroblob(32) WHERE revision = 2")]
    [InlineData("UPDATE version SET checksum = checksum + 1 WHERE revision = 2")]
    [InlineData("UPDATE changeset SET data = zeroblob(length(data)) WHERE revision = 2")]
    [InlineData("UPDATE changeset SET data = x'' WHERE revision = 2")]
    [InlineData("INSERT INTO changeset SELECT registry, revision, 1, x'01' FROM version WHERE revision = 2")]
    [InlineData("DELETE FROM version WHERE revision = 2")]
    public async Task A_changed_version_is_called_damaged_and_others_are_read(string sql)
    {
        await MakeAsync();
        _folder.Execute(sql);
        await using var history = await _folder.OpenHistoryAsync(Token);
        await AssertFaultAsync(HistoryFault.Corrupt, async () => await history.ReadAsync(Shop, 2, Token));
        await AssertFaultAsync(HistoryFault.Corrupt, async () => await ReadAllAsync(history, 0, 3, Token));
        Assert.Equal(1, (await history.ReadAsync(Shop, 1, Token)).Version.Revision);
        Assert.Single(await ReadAllAsync(history, 2, 3, Token));
        Assert.False((await HistoryVerifier.VerifyAsync(history, Shop, Token)).IsSound);
    }

    [Theory]
    [InlineData("UPDATE checkpoint SET size = size - 1")]
    [InlineData("UPDATE checkpoint SET checksum = 0")]
    [InlineData("UPDATE checkpoint SET attempt = 7")]
    [InlineData("UPDATE checkpoint_chunk SET data = zeroblob(length(data))")]
    [InlineData("DELETE FROM checkpoint_chunk")]
    public async Task A_changed_checkpoint_is_called_damaged(string sql)
    {
        await MakeAsync();
        _folder.Execute(sql);
        await using var history = await _folder.OpenHistoryAsync(Token);
        await AssertFaultAsync(HistoryFault.Corrupt, async () => await history.ReadCheckpointAsync(Shop, 2, Token));
    }

    [Theory]
    [InlineData("UPDATE ack SET revision = 3")]
    [InlineData("UPDATE ack SET participant = 'anybody'")]
    public async Task A_changed_acknowledgement_is_called_damaged(string sql)
    {
        await MakeAsync();
        _folder.Execute(sql);
        await using var history = await _folder.OpenHistoryAsync(Token);
        await AssertFaultAsync(HistoryFault.Corrupt, async () => await history.GetAcknowledgementsAsync(Shop, Token));
    }

    private async Task MakeAsync()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        await FillAsync(history, 3, Token);
        await history.WriteCheckpointAsync(Shop, new(2, new byte[] { 1, 2, 3, 4 }), Token);
        await history.AcknowledgeAsync(Shop, "somebody", 2, Token);
    }
}
