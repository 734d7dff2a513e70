using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace AstRegistry.Storage.Conformance.PostgreSql;

/// <summary>What goes wrong at the server is told with its reason and the way out.</summary>
public sealed class FaultTests(PostgreSqlFixture fixture) : PostgreSqlTest(fixture)
{
    private static readonly PostgreSqlRetry Once = new() { MaxAttempts = 1 };

    [Fact]
    public async Task A_server_that_is_away_is_told_with_its_place()
    {
        PostgreSqlFixture.Require();
        var options = new PostgreSqlHistoryOptions { ConnectionString = "Host=127.0.0.1;Port=1;Username=nobody;Database=shop;Password=secret", Retry = Once };

        var fault = await Assert.ThrowsAsync<HistoryException>(async () => await PostgreSqlHistory.OpenAsync(options, Cancellation));

        Assert.Equal(HistoryFault.Unavailable, fault.Fault);
        Assert.Contains("schema 'astregistry' of database 'shop' at 127.0.0.1:1", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Start the server", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_away_is_tried_again_as_often_as_the_policy_says()
    {
        PostgreSqlFixture.Require();
        var time = new FakeTimeProvider();
        var options = new PostgreSqlHistoryOptions
        {
            ConnectionString = "Host=127.0.0.1;Port=1;Username=nobody",
            TimeProvider = time,
            Retry = new() { MaxAttempts = 3, FirstDelay = TimeSpan.FromMinutes(1), MaxDelay = TimeSpan.FromMinutes(1), Patience = TimeSpan.FromHours(1) },
        };
        var started = time.GetUtcNow();

        var opening = PostgreSqlHistory.OpenAsync(options, Cancellation);
        while (!opening.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await Assert.ThrowsAsync<HistoryException>(() => opening);
        Assert.True(time.GetUtcNow() - started >= TimeSpan.FromMinutes(1), "Two pauses of half a minute at least.");
    }

    [Fact]
    public async Task A_wrong_password_is_told()
    {
        var server = await GetServerAsync();
        var fault = await OpenAsGuardedAsync(server, "wrong");

        Assert.Equal(HistoryFault.Unavailable, fault.Fault);
        Assert.Contains("Correct user and password", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_may_not_create_tables_is_told_what_it_needs()
    {
        var server = await GetServerAsync();
        var fault = await OpenAsGuardedAsync(server, PostgreSqlServer.GuardedPassword);

        Assert.Equal(HistoryFault.ReadOnly, fault.Fault);
        Assert.Contains("CREATE on the database", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_may_only_read_reads_and_is_told_when_it_writes()
    {
        var server = await GetServerAsync();
        await using var owner = await OpenAsync();
        var head = (await owner.AppendAsync("shop", default, [Samples.After(default)], Cancellation)).Head;
        await QueryAsync($"GRANT USAGE ON SCHEMA {{schema}} TO {PostgreSqlServer.Guarded}; GRANT SELECT ON ALL TABLES IN SCHEMA {{schema}} TO {PostgreSqlServer.Guarded}");
        await using var reader = await OpenAsync(options => options.ConnectionString = GuardedString(server, PostgreSqlServer.GuardedPassword));

        Assert.Equal(head, await reader.GetHeadAsync("shop", Cancellation));
        var fault = await Assert.ThrowsAsync<HistoryException>(async () => await reader.AppendAsync("shop", head, [Samples.After(head)], Cancellation));

        Assert.Equal(HistoryFault.ReadOnly, fault.Fault);
        Assert.Contains("append version 2 to 'shop'", fault.Message, StringComparison.Ordinal);
        Assert.Equal(head, await owner.GetHeadAsync("shop", Cancellation));
    }

    [Fact]
    public async Task A_read_only_database_is_read_and_refuses_writes()
    {
        await using var owner = await OpenAsync();
        var head = (await owner.AppendAsync("shop", default, [Samples.After(default)], Cancellation)).Head;
        await using var reader = await OpenAsync(more: "Options=-c default_transaction_read_only=on");

        Assert.Single(await reader.ReadAsync("shop", 0, 5, Cancellation).ToListAsync());
        var fault = await Assert.ThrowsAsync<HistoryException>(async () => await reader.AppendAsync("shop", head, [Samples.After(head)], Cancellation));

        Assert.Equal(HistoryFault.ReadOnly, fault.Fault);
        Assert.Contains("primary", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_once_there_is_room_the_same_append_works()
    {
        await using var history = await OpenAsync();
        var head = (await history.AppendAsync("shop", default, [Samples.After(default)], Cancellation)).Head;
        await QueryAsync("""
            CREATE FUNCTION {schema}.fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON {schema}.changeset FOR EACH ROW EXECUTE FUNCTION {schema}.fill();
            """);
        var next = Samples.After(head);

        var fault = await Assert.ThrowsAsync<HistoryException>(async () => await history.AppendAsync("shop", head, [next], Cancellation));

        Assert.Equal(HistoryFault.Full, fault.Fault);
        Assert.Single(await history.ReadAsync("shop", 0, 5, Cancellation).ToListAsync());
        Assert.Equal(head, await history.GetHeadAsync("shop", Cancellation));
        await QueryAsync("DROP TRIGGER full_disk ON {schema}.changeset");
        Assert.True((await history.AppendAsync("shop", head, [next], Cancellation)).IsAppended);
    }

    [Theory]
    [InlineData("UPDATE {schema}.format SET version = 99", HistoryFault.NewerFormat, "has format 99")]
    [InlineData("UPDATE {schema}.format SET product = 'Shelf'", HistoryFault.Foreign, "Its mark says 'Shelf'")]
    [InlineData("ALTER TABLE {schema}.format RENAME COLUMN product TO maker", HistoryFault.Foreign, "not our mark")]
    [InlineData("DROP TABLE {schema}.format", HistoryFault.Foreign, "none of them is our mark")]
    public async Task Another_format_is_refused_and_left_alone(string change, HistoryFault expected, string reason)
    {
        await (await OpenAsync()).DisposeAsync();
        await QueryAsync(change);

        var fault = await Assert.ThrowsAsync<HistoryException>(async () => await OpenAsync());

        Assert.Equal(expected, fault.Fault);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Contains("another schema", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM {schema}.changeset WHERE chunk = 1")]
    [InlineData("UPDATE {schema}.changeset SET data = data || '\\x00' WHERE chunk = 1")]
    [InlineData("DELETE FROM {schema}.version WHERE rev = 2")]
    public async Task A_damaged_version_is_told_and_never_given(string damage)
    {
        await using var history = await OpenAsync();
        await history.AppendAsync("shop", default, Samples.ManyAfter(default, 3, static _ => Samples.Bytes(300_000)), Cancellation);
        await QueryAsync(damage.Replace("chunk = 1", "rev = 2 AND chunk = 1", StringComparison.Ordinal));

        var one = await Assert.ThrowsAsync<HistoryException>(async () => await history.ReadAsync("shop", 2, Cancellation));
        var range = await Assert.ThrowsAsync<HistoryException>(async () => await history.ReadAsync("shop", 0, 3, Cancellation).ToListAsync());

        Assert.Equal(HistoryFault.Corrupt, one.Fault);
        Assert.Equal(HistoryFault.Corrupt, range.Fault);
    }

    [Fact]
    public async Task A_damaged_checkpoint_is_told_and_never_given()
    {
        await using var history = await OpenAsync();
        await history.AppendAsync("shop", default, [Samples.After(default)], Cancellation);
        await history.WriteCheckpointAsync("shop", new(1, Samples.Bytes(600_000)), Cancellation);
        await QueryAsync("DELETE FROM {schema}.checkpoint WHERE chunk = 1");

        var fault = await Assert.ThrowsAsync<HistoryException>(async () => await history.ReadCheckpointAsync("shop", 1, Cancellation));

        Assert.Equal(HistoryFault.Corrupt, fault.Fault);
    }

    [Fact]
    public async Task An_encoding_of_a_newer_version_is_refused()
    {
        await using var history = await OpenAsync();
        await history.AppendAsync("shop", default, [Samples.After(default)], Cancellation);
        await QueryAsync("UPDATE {schema}.version SET codec = 7");

        var fault = await Assert.ThrowsAsync<HistoryException>(async () => await history.ReadAsync("shop", 1, Cancellation));

        Assert.Equal(HistoryFault.NewerFormat, fault.Fault);
        Assert.Contains("encoding 7", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_above_the_head_are_told()
    {
        await using var history = await OpenAsync();
        var head = (await history.AppendAsync("shop", default, [Samples.After(default)], Cancellation)).Head;
        await QueryAsync("INSERT INTO {schema}.version SELECT ns, 2, 1, at, actor, gen_random_uuid(), ops, codec, size, hash FROM {schema}.version");

        var fault = await Assert.ThrowsAsync<HistoryException>(async () => await history.AppendAsync("shop", head, [Samples.After(head)], Cancellation));

        Assert.Equal(HistoryFault.Corrupt, fault.Fault);
    }

    private static string GuardedString(PostgreSqlServer server, string password) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString()) { Username = PostgreSqlServer.Guarded, Password = password }.ConnectionString;

    private Task<HistoryException> OpenAsGuardedAsync(PostgreSqlServer server, string password) => Assert.ThrowsAsync<HistoryException>(
        async () => await PostgreSqlHistory.OpenAsync(new() { ConnectionString = GuardedString(server, password), Schema = Schema }, Cancellation));
}
