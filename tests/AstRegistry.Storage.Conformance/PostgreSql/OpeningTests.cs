using Npgsql;

namespace AstRegistry.Storage.Conformance.PostgreSql;

public sealed class OpeningTests(PostgreSqlFixture fixture) : PostgreSqlTest(fixture)
{
    [Fact]
    public async Task Many_processes_may_open_an_empty_database_at_once()
    {
        var server = await GetServerAsync();
        for (var round = 0; round < 5; round++)
        {
            var schema = Schema + round;
            var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostgreSqlHistory.OpenAsync(
                new() { ConnectionString = server.ConnectionString(more: "Pooling=false"), Schema = schema }, Cancellation)));
            var outcomes = await Task.WhenAll(opened.Select(static history => history.AppendAsync("shop", default, [Samples.After(default)], Cancellation).AsTask()));
            foreach (var history in opened) await history.DisposeAsync();

            Assert.Single(outcomes, static outcome => outcome.IsAppended);
            Assert.Equal(1L, await QueryAsync($"SELECT count(*) FROM {schema}.format WHERE product = 'AstRegistry' AND version = 1"));
        }
    }

    [Fact]
    public async Task What_breaks_off_while_it_makes_tables_leaves_none()
    {
        var server = await GetServerAsync();
        await using var proxy = new TcpProxy(server.Port);
        for (var bytes = 200; bytes < 3000; bytes += 400)
        {
            var schema = Schema + bytes;
            proxy.Break(ProxyFault.CutRequest, bytes);
            var options = new PostgreSqlHistoryOptions { ConnectionString = server.ConnectionString(port: proxy.Port, more: "Pooling=false"), Schema = schema, Retry = new() { MaxAttempts = 1 } };

            var fault = await Assert.ThrowsAsync<HistoryException>(async () => await PostgreSqlHistory.OpenAsync(options, Cancellation));

            Assert.Equal(HistoryFault.Unavailable, fault.Fault);
            Assert.True(await QueryAsync($"SELECT to_regclass('{schema}.head') IS NOT NULL = (to_regclass('{schema}.ack') IS NOT NULL)") is true);
            proxy.Heal();
            await (await PostgreSqlHistory.OpenAsync(options, Cancellation)).DisposeAsync();
        }
    }

    [Fact]
    public async Task A_schema_that_was_made_beforehand_is_taken()
    {
        await QueryAsync("CREATE SCHEMA {schema}");
        await using var history = await OpenAsync();

        Assert.True((await history.AppendAsync("shop", default, [Samples.After(default)], Cancellation)).IsAppended);
    }

    [Fact]
    public async Task A_role_without_the_right_to_create_opens_what_is_there()
    {
        var server = await GetServerAsync();
        await (await OpenAsync()).DisposeAsync();
        await QueryAsync($"GRANT USAGE ON SCHEMA {{schema}} TO {PostgreSqlServer.Guarded}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {{schema}} TO {PostgreSqlServer.Guarded}");
        var guarded = new NpgsqlConnectionStringBuilder(server.ConnectionString()) { Username = PostgreSqlServer.Guarded, Password = PostgreSqlServer.GuardedPassword };
        await using var history = await OpenAsync(options => options.ConnectionString = guarded.ConnectionString);

        Assert.True((await history.AppendAsync("shop", default, [Samples.After(default)], Cancellation)).IsAppended);
    }

    [Theory]
    [InlineData("Mixed Case")]
    [InlineData("with \"quotes\"; DROP TABLE x; --")]
    [InlineData("{schema} $1 @p :q ?")]
    [InlineData("schéma-名")]
    public async Task Odd_names_of_schemas_are_names(string suffix)
    {
        var schema = Schema[..20] + suffix;
        await using var history = await OpenAsync(options => options.Schema = schema);
        await using var other = await OpenAsync(options => options.Schema = schema);
        await using var watch = other.WatchAsync("shop", default, Cancellation).GetAsyncEnumerator(Cancellation);

        var outcome = await history.AppendAsync("shop", default, [Samples.After(default)], Cancellation);

        Assert.True(await watch.MoveNextAsync().AsTask().WaitAsync(Patience, Cancellation));
        Assert.Equal(outcome.Head, watch.Current);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pg_catalog")]
    [InlineData("information_schema")]
    [InlineData("a\0b")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task A_schema_that_cannot_be_is_refused_before_connecting(string schema) =>
        await Assert.ThrowsAsync<ArgumentException>(() => PostgreSqlHistory.OpenAsync(new() { ConnectionString = "Host=127.0.0.1;Port=1", Schema = schema }, Cancellation));

    [Fact]
    public async Task Options_that_contradict_each_other_are_refused()
    {
        await using var source = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1");
        PostgreSqlHistoryOptions[] unsound =
        [
            new(),
            new() { ConnectionString = "Host=127.0.0.1", DataSource = source },
            new() { ConnectionString = "Hoost=127.0.0.1" },
            new() { ConnectionString = "Port=many" },
            new() { DataSource = source, PollingInterval = TimeSpan.Zero },
            new() { DataSource = source, Retry = null! },
            new() { DataSource = source, Schema = "half of a pair: \ud800" },
        ];
        foreach (var options in unsound) await Assert.ThrowsAsync<ArgumentException>(() => PostgreSqlHistory.OpenAsync(options, Cancellation));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new PostgreSqlRetry { MaxAttempts = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => new PostgreSqlRetry { MaxDelay = TimeSpan.FromSeconds(-1) });
    }

    [Fact]
    public async Task A_data_source_of_the_caller_stays_open()
    {
        var server = await GetServerAsync();
        await using var source = NpgsqlDataSource.Create(server.ConnectionString());
        await using (await PostgreSqlHistory.OpenAsync(new() { DataSource = source, Schema = Schema }, Cancellation))
        {
        }

        await using var connection = await source.OpenConnectionAsync(Cancellation);
        Assert.Equal(System.Data.ConnectionState.Open, connection.State);
    }

    [Fact]
    public async Task A_registry_uses_one_connection_at_a_time()
    {
        await using var history = await OpenAsync(static options => options.UseDoorbell = false, "Maximum Pool Size=1");
        await history.AppendAsync("shop", default, Samples.ManyAfter(default, 3), Cancellation);

        await foreach (var version in history.ReadAsync("shop", 0, 3, Cancellation))
        {
            Assert.Equal(version.Hash, (await history.ReadAsync("shop", version.Version.Revision, Cancellation)).Hash);
        }
    }
}
