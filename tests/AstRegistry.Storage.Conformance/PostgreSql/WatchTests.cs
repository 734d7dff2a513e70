using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace AstRegistry.Storage.Conformance.PostgreSql;

public sealed class WatchTests(PostgreSqlFixture fixture) : PostgreSqlTest(fixture)
{
    [Fact]
    public async Task The_doorbell_wakes_a_watch_whose_clock_stands_still()
    {
        await using var writer = await OpenAsync();
        await using var reader = await OpenAsync(static options => options.TimeProvider = new FakeTimeProvider());
        await using var watch = reader.WatchAsync("shop", default, Cancellation).GetAsyncEnumerator(Cancellation);

        var head = default(HistoryHead);
        for (var round = 0; round < 5; round++)
        {
            var next = watch.MoveNextAsync().AsTask();
            head = (await writer.AppendAsync("shop", head, [Samples.After(head)], Cancellation)).Head;
            Assert.True(await next.WaitAsync(Patience, Cancellation));
            Assert.Equal(head, watch.Current);
        }
    }

    [Fact]
    public async Task Without_a_doorbell_a_watch_sees_at_its_next_look()
    {
        var time = new FakeTimeProvider();
        await using var writer = await OpenAsync(static options => options.UseDoorbell = false);
        await using var reader = await OpenAsync(options => (options.TimeProvider, options.UseDoorbell, options.PollingInterval) = (time, false, TimeSpan.FromHours(1)));
        await using var watch = reader.WatchAsync("shop", default, Cancellation).GetAsyncEnumerator(Cancellation);
        var next = watch.MoveNextAsync().AsTask();

        var head = (await writer.AppendAsync("shop", default, [Samples.After(default)], Cancellation)).Head;
        while (!next.IsCompleted)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(1, Cancellation);
        }

        Assert.True(await next);
        Assert.Equal(head, watch.Current);
    }

    [Fact]
    public async Task A_lost_doorbell_is_hung_up_again()
    {
        await using var writer = await OpenAsync();
        await using var reader = await OpenAsync(static options => (options.PollingInterval, options.Retry) = (TimeSpan.FromDays(1), new() { MaxDelay = TimeSpan.FromMilliseconds(50) }), "Application Name=bell-reader");
        await using var watch = reader.WatchAsync("shop", default, Cancellation).GetAsyncEnumerator(Cancellation);
        var head = default(HistoryHead);
        for (var round = 0; round < 3; round++)
        {
            var next = watch.MoveNextAsync().AsTask();
            await UntilListeningAsync();
            await QueryAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bell-reader' AND query LIKE 'LISTEN%'");
            head = (await writer.AppendAsync("shop", head, [Samples.After(head)], Cancellation)).Head;
            Assert.True(await next.WaitAsync(Patience, Cancellation));
            Assert.Equal(head, watch.Current);
        }
    }

    [Fact]
    public async Task A_watch_of_many_commits_goes_forward_to_the_last()
    {
        await using var writer = await OpenAsync();
        await using var reader = await OpenAsync();
        var watching = SeeAsync(reader, 300);
        var head = default(HistoryHead);
        for (var commit = 0; commit < 300; commit++) head = (await writer.AppendAsync("shop", head, [Samples.After(head)], Cancellation)).Head;

        var seen = await watching.WaitAsync(Patience, Cancellation);

        Assert.Equal(head, seen[^1]);
        Assert.All(seen.Skip(1).Zip(seen), static pair => Assert.True(pair.First.Epoch > pair.Second.Epoch));
    }

    [Fact]
    public async Task A_head_that_went_back_ends_the_watch()
    {
        await using var history = await OpenAsync();
        var head = (await history.AppendAsync("shop", default, Samples.ManyAfter(default, 2), Cancellation)).Head;
        await using var watch = history.WatchAsync("shop", head with { Epoch = 9 }, Cancellation).GetAsyncEnumerator(Cancellation);

        var fault = await Assert.ThrowsAsync<HistoryException>(async () => await watch.MoveNextAsync());

        Assert.Equal(HistoryFault.Shortfall, fault.Fault);
    }

    [Fact]
    public async Task What_does_not_pass_ends_the_watch()
    {
        await using var history = await OpenAsync();
        await QueryAsync("DROP TABLE {schema}.head");
        await using var watch = history.WatchAsync("shop", default, Cancellation).GetAsyncEnumerator(Cancellation);

        var fault = await Assert.ThrowsAsync<HistoryException>(async () => await watch.MoveNextAsync());

        Assert.Equal(HistoryFault.Corrupt, fault.Fault);
    }

    [Fact]
    public async Task Commits_do_not_notify_in_their_own_transaction()
    {
        await using var writer = await OpenAsync(static options => options.UseDoorbell = false);
        var server = await GetServerAsync();
        await using var listener = new NpgsqlConnection(server.ConnectionString(more: "Pooling=false"));
        await listener.OpenAsync(Cancellation);
        var payloads = new List<string>();
        listener.Notification += (_, notification) => payloads.Add(notification.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Schema}", listener)) await listen.ExecuteNonQueryAsync(Cancellation);

        await writer.AppendAsync("shop", default, [Samples.After(default)], Cancellation);
        await QueryAsync("SELECT pg_notify('{schema}', 'mine')");
        await listener.WaitAsync(Cancellation);

        Assert.Equal(["mine"], payloads);
    }

    private static async Task<List<HistoryHead>> SeeAsync(PostgreSqlHistory history, long last)
    {
        var seen = new List<HistoryHead>();
        await foreach (var head in history.WatchAsync("shop", default, Cancellation))
        {
            seen.Add(head);
            if (head.Revision == last) break;
        }

        return seen;
    }

    private async Task UntilListeningAsync()
    {
        while (await QueryAsync("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'bell-reader' AND state = 'idle' AND query LIKE 'LISTEN%')") is not true) await Task.Delay(10, Cancellation);
    }
}
