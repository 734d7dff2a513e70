using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Sqlite;

/// <summary>Changes that wait together share a transaction, and nothing else.</summary>
public sealed class SqliteGroupCommitTests : IDisposable
{
    private readonly SqliteFolder _folder = new();
    private readonly ManualResetEventSlim _gate = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _gate.Set();
        _folder.Dispose();
        _gate.Dispose();
    }

    [Fact]
    public async Task Appends_that_wait_together_share_one_transaction()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        var before = history.Worker.Store.Transactions;
        var held = Hold(history);
        var appends = Enumerable.Range(0, 16).Select(i => history.AppendAsync(NameOf(i), default, [Next(default)], Token).AsTask()).ToArray();
        Assert.All(appends, static append => Assert.False(append.IsCompleted));
        _gate.Set();
        await held;

        Assert.All(await Task.WhenAll(appends), static outcome => Assert.True(outcome.IsAppended));
        Assert.Equal(1, history.Worker.Store.Transactions - before);
        for (var i = 0; i < appends.Length; i++) Assert.Equal(1, (await history.GetHeadAsync(NameOf(i), Token)).Revision);
    }

    [Fact]
    public async Task Of_those_that_expect_the_same_head_the_first_wins()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        var held = Hold(history);
        var appends = Enumerable.Range(0, 5).Select(_ => history.AppendAsync(Shop, default, [Next(default)], Token).AsTask()).ToArray();
        _gate.Set();
        await held;

        var outcomes = await Task.WhenAll(appends);
        Assert.Equal([true, false, false, false, false], outcomes.Select(static outcome => outcome.IsAppended));
        Assert.All(outcomes, outcome => Assert.Equal(outcomes[0].Head, outcome.Head));
    }

    [Fact]
    public async Task One_may_build_on_another_of_the_same_transaction()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        var versions = Several(default, 2);
        var held = Hold(history);
        var first = history.AppendAsync(Shop, default, [versions[0]], Token).AsTask();
        var second = history.AppendAsync(Shop, new(1, 1, 1, 0, versions[0].Hash), [versions[1]], Token).AsTask();
        _gate.Set();
        await held;

        Assert.True((await first).IsAppended);
        Assert.True((await second).IsAppended);
        AssertSame(versions, await ReadAllAsync(history, 0, 2, Token));
    }

    [Fact]
    public async Task One_that_fails_at_first_leaves_the_others_alone()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        var head = await FillAsync(history, 2, Token);
        var held = Hold(history);
        var good = history.AppendAsync(Shop, head, [Next(head)], Token).AsTask();
        var bad = history.MoveAsync("empty", default, 7, Token).AsTask();
        var other = history.AppendAsync("other", default, [Next(default)], Token).AsTask();
        _gate.Set();
        await held;

        Assert.True((await good).IsAppended);
        Assert.True((await other).IsAppended);
        Assert.Equal(HistoryFault.UnknownVersion, (await Assert.ThrowsAsync<HistoryException>(() => bad)).Fault);
    }

    [Fact]
    public async Task One_that_fails_halfway_leaves_the_others_alone()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        await history.Worker.ReadAsync(
            static connection =>
            {
                connection.Execute("CREATE TEMP TRIGGER refuse BEFORE INSERT ON version WHEN new.registry = 'bad' AND new.revision = 2 BEGIN SELECT raise(ABORT, 'no'); END");
                return true;
            },
            Token);
        var held = Hold(history);
        var first = history.AppendAsync("first", default, [Next(default)], Token).AsTask();
        var bad = history.AppendAsync("bad", default, Several(default, 2), Token).AsTask();
        var last = history.AppendAsync("last", default, [Next(default)], Token).AsTask();
        _gate.Set();
        await held;

        Assert.True((await first).IsAppended);
        Assert.True((await last).IsAppended);
        await Assert.ThrowsAsync<HistoryException>(() => bad);
        Assert.Equal(default, await history.GetHeadAsync("bad", Token));
        Assert.Empty(await ReadAllAsync(history, 0, 10, Token, "bad"));
        Assert.Single(await ReadAllAsync(history, 0, 10, Token, "first"));
        Assert.Single(await ReadAllAsync(history, 0, 10, Token, "last"));

        // Nothing of it is left that would be in the way of another attempt.
        await history.Worker.ReadAsync(
            static connection =>
            {
                connection.Execute("DROP TRIGGER refuse");
                return true;
            },
            Token);
        Assert.True((await history.AppendAsync("bad", default, Several(default, 2), Token)).IsAppended);
    }

    [Fact]
    public async Task One_that_is_cancelled_while_it_waits_writes_nothing()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var held = Hold(history);
        var cancelled = history.AppendAsync("cancelled", default, [Next(default)], cancellation.Token).AsTask();
        var other = history.AppendAsync("other", default, [Next(default)], Token).AsTask();
        await cancellation.CancelAsync();
        _gate.Set();
        await held;

        Assert.True((await other).IsAppended);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(default, await history.GetHeadAsync("cancelled", Token));
    }

    [Fact]
    public async Task Closing_waits_for_what_was_begun()
    {
        var history = await _folder.OpenHistoryAsync(Token);
        _ = Hold(history);
        var append = history.AppendAsync(Shop, default, [Next(default)], Token).AsTask();
        var closing = history.DisposeAsync().AsTask();
        Assert.False(closing.IsCompleted);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await history.AppendAsync("late", default, [Next(default)], Token));
        _gate.Set();
        await closing;

        Assert.True((await append).IsAppended);
        await using var again = await _folder.OpenHistoryAsync(Token);
        Assert.Equal(1, (await again.GetHeadAsync(Shop, Token)).Revision);
    }

    [Fact]
    public async Task A_large_checkpoint_lets_appends_between_its_slices()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        var head = await FillAsync(history, 1, Token);
        var before = history.Worker.Store.Transactions;
        var data = new byte[(9 << 20) + 5];
        Random.Shared.NextBytes(data);
        var write = history.WriteCheckpointAsync(Shop, new(1, data), Token).AsTask();
        Assert.True((await history.AppendAsync(Shop, head, [Next(head)], Token)).IsAppended);
        await write;

        Assert.True(history.Worker.Store.Transactions - before >= 3);
        var read = await history.ReadCheckpointAsync(Shop, 1, Token);
        Assert.True(data.AsSpan().SequenceEqual(read!.Data.Span));
    }

    private static string NameOf(int i) => FormattableString.Invariant($"r{i}");

    /// <summary>Holds the thread of the connection until the gate opens.</summary>
    private Task<bool> Hold(SqliteHistory history)
    {
        var begun = new ManualResetEventSlim();
        var held = history.Worker.ReadAsync(
            _ =>
            {
                begun.Set();
                _gate.Wait();
                return true;
            },
            CancellationToken.None);
        begun.Wait(Token);
        return held;
    }
}
