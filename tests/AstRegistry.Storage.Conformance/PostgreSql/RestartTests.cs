namespace AstRegistry.Storage.Conformance.PostgreSql;

/// <summary>Servers that stop, are killed and come back, and sessions that are ended in the middle of a commit. Each test has a server of its own.</summary>
public sealed class RestartTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_and_restarted_servers_lose_and_double_nothing()
    {
        PostgreSqlFixture.Require();
        await using var server = await PostgreSqlServer.StartNewAsync(Cancellation);
        await using var history = await OpenAsync(server);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var acknowledged = new List<HistoryHead>();
        var writing = WriteUntilAsync(history, acknowledged, end);
        var watching = WatchUntilAsync(history, end);

        for (var round = 0; round < 3; round++)
        {
            await GrowsAsync(acknowledged);
            if (round == 1) await server.StopAsync(Cancellation);
            else await server.KillAsync(Cancellation);
            await server.StartAsync(Cancellation);
        }

        await GrowsAsync(acknowledged);
        await end.CancelAsync();
        await writing.WaitAsync(Patience, Cancellation);
        var seen = await watching.WaitAsync(Patience, Cancellation);

        var head = await history.GetHeadAsync("shop", Cancellation);
        var versions = await history.ReadAsync("shop", 0, long.MaxValue, Cancellation).ToListAsync();
        Assert.Equal(acknowledged[^1], head);
        Assert.Equal(acknowledged.Select(static known => known.Revision), versions.Select(static version => version.Version.Revision));
        Assert.Equal(acknowledged.Select(static known => known.Hash), versions.Select(static version => version.Hash));
        Assert.All(seen.Skip(1).Zip(seen), static pair => Assert.True(pair.First.Epoch > pair.Second.Epoch));
        Assert.Subset(acknowledged.ToHashSet(), seen.ToHashSet());
    }

    [Fact]
    public async Task An_append_waits_for_a_server_that_restarts()
    {
        PostgreSqlFixture.Require();
        await using var server = await PostgreSqlServer.StartNewAsync(Cancellation);
        await using var history = await OpenAsync(server);
        var head = (await history.AppendAsync("shop", default, [Samples.After(default)], Cancellation)).Head;
        await server.StopAsync(Cancellation);

        var appending = history.AppendAsync("shop", head, [Samples.After(head)], Cancellation).AsTask();
        Assert.False(appending.IsCompleted);
        await server.StartAsync(Cancellation);

        Assert.True((await appending.WaitAsync(Patience, Cancellation)).IsAppended);
    }

    [Fact]
    public async Task A_session_that_is_ended_in_the_middle_of_a_commit_is_settled()
    {
        PostgreSqlFixture.Require();
        await using var server = await PostgreSqlServer.StartNewAsync(Cancellation);
        await using var history = await OpenAsync(server);
        var head = default(HistoryHead);
        for (var round = 0; round < 40; round++)
        {
            var appending = AppendAsync(history, head);
            for (var shot = 0; shot < 3 && !appending.IsCompleted; shot++)
            {
                await server.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'AstRegistry'", cancellationToken: Cancellation);
            }

            var outcome = await appending.WaitAsync(Patience, Cancellation);
            Assert.True(outcome.IsAppended);
            head = outcome.Head;
        }

        Assert.Equal((40, 40), (head.Revision, head.Epoch));
        Assert.Equal(40, (await history.ReadAsync("shop", 0, 40, Cancellation).ToListAsync()).Count);
    }

    [Fact]
    public async Task A_commit_whose_answer_is_lost_counts_once()
    {
        PostgreSqlFixture.Require();
        await using var server = await PostgreSqlServer.StartNewAsync(Cancellation);
        await using var proxy = new TcpProxy(server.Port);
        await using var history = await OpenAsync(server, proxy.Port);
        var head = (await history.AppendAsync("shop", default, [Samples.After(default)], Cancellation)).Head;

        proxy.Break(ProxyFault.CutResponse);
        var appended = await history.AppendAsync("shop", head, [Samples.After(head)], Cancellation);
        proxy.Break(ProxyFault.CutResponse);
        var moved = await history.MoveAsync("shop", appended.Head, 1, Cancellation);

        Assert.Equal(new HistoryHead(2, 2, 2, 0, appended.Head.Hash), appended.Head);
        Assert.True(appended.IsAppended);
        Assert.True(moved.IsAppended);
        Assert.Equal(new HistoryHead(2, 1, 3, 0, appended.Head.Hash), moved.Head);
        Assert.Equal(moved.Head, await history.GetHeadAsync("shop", Cancellation));
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_settled_is_called_unknown_and_the_same_append_settles_it()
    {
        PostgreSqlFixture.Require();
        await using var server = await PostgreSqlServer.StartNewAsync(Cancellation);
        await using var proxy = new TcpProxy(server.Port);
        await using var history = await OpenAsync(server, proxy.Port, new() { MaxAttempts = 1 });
        var version = Samples.After(default);
        await history.GetHeadAsync("shop", Cancellation);

        proxy.Break(ProxyFault.CutResponse);
        var fault = await Assert.ThrowsAsync<HistoryException>(async () => await history.AppendAsync("shop", default, [version], Cancellation));
        var again = await history.AppendAsync("shop", default, [version], Cancellation);

        Assert.Equal(HistoryFault.Unavailable, fault.Fault);
        Assert.Contains("not known whether that took effect", fault.Message, StringComparison.Ordinal);
        Assert.True(again.IsAppended);
        Assert.Equal(1, again.Head.Epoch);
    }

    private static Task<PostgreSqlHistory> OpenAsync(PostgreSqlServer server, int? port = null, PostgreSqlRetry? retry = null) => PostgreSqlHistory.OpenAsync(
        new()
        {
            ConnectionString = server.ConnectionString(port: port, more: "Application Name=AstRegistry;Maximum Pool Size=8"),
            Retry = retry ?? new() { MaxAttempts = 1000, MaxDelay = TimeSpan.FromMilliseconds(200), Patience = TimeSpan.FromMinutes(1) },
        },
        Cancellation);

    private static Task<AppendOutcome> AppendAsync(PostgreSqlHistory history, HistoryHead head) =>
        history.AppendAsync("shop", head, [Samples.After(head)], Cancellation).AsTask();

    private static async Task WriteUntilAsync(PostgreSqlHistory history, List<HistoryHead> acknowledged, CancellationTokenSource end)
    {
        var head = default(HistoryHead);
        while (!end.IsCancellationRequested)
        {
            var outcome = await AppendAsync(history, head);
            Assert.True(outcome.IsAppended);
            head = outcome.Head;
            lock (acknowledged) acknowledged.Add(head);
        }
    }

    private static async Task<List<HistoryHead>> WatchUntilAsync(PostgreSqlHistory history, CancellationTokenSource end)
    {
        var seen = new List<HistoryHead>();
        try
        {
            await foreach (var head in history.WatchAsync("shop", default, end.Token)) seen.Add(head);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // That is how a watch ends.
        }

        return seen;
    }

    /// <summary>Waits until more was acknowledged than now.</summary>
    private static async Task GrowsAsync(List<HistoryHead> acknowledged)
    {
        int Count()
        {
            lock (acknowledged) return acknowledged.Count;
        }

        var before = Count();
        while (Count() < before + 20) await Task.Delay(10, Cancellation);
    }
}
