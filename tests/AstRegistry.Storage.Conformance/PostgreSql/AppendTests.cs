using Npgsql;

namespace AstRegistry.Storage.Conformance.PostgreSql;

public sealed class AppendTests(PostgreSqlFixture fixture) : PostgreSqlTest(fixture)
{
    [Fact]
    public async Task What_was_appended_is_read_as_it_was()
    {
        await using var history = await OpenAsync();
        var versions = Samples.ManyAfter(default, 3, static index => Samples.Bytes(index * 300_000));

        var outcome = await history.AppendAsync("shop", default, versions, Cancellation);

        Assert.Equal(new AppendOutcome(true, new(3, 3, 1, 0, versions[2].Hash)), outcome);
        Assert.Equal(outcome.Head, await history.GetHeadAsync("shop", Cancellation));
        var read = await history.ReadAsync("shop", 0, 3, Cancellation).ToListAsync();
        Assert.Equal(versions.Select(static version => version.Version), read.Select(static version => version.Version));
        Assert.Equal(versions.Select(static version => version.Hash), read.Select(static version => version.Hash));
        Assert.All(versions.Zip(read), static pair => Assert.True(pair.First.Changes.Span.SequenceEqual(pair.Second.Changes.Span)));
    }

    [Fact]
    public async Task Change_sets_are_kept_in_chunks_of_at_most_256_KiB()
    {
        await using var history = await OpenAsync();
        await history.AppendAsync("shop", default, Samples.ManyAfter(default, 2, static index => Samples.Bytes(262_144 + index)), Cancellation);

        Assert.Equal(3L, await QueryAsync("SELECT count(*) FROM {schema}.changeset"));
        Assert.Equal(262_144, await QueryAsync("SELECT max(length(data)) FROM {schema}.changeset"));
    }

    [Fact]
    public async Task A_commit_is_one_message_to_the_server_and_back()
    {
        var server = await GetServerAsync();
        await using var proxy = new TcpProxy(server.Port);
        await using var history = await OpenAsync(options => options.UseDoorbell = false, $"Port={proxy.Port}");
        var head = (await history.AppendAsync("shop", default, [Samples.After(default)], Cancellation)).Head;
        for (var i = 0; i < 6; i++) head = (await history.AppendAsync("shop", head, [Samples.After(head)], Cancellation)).Head;
        var before = proxy.TurnsTaken;

        await history.AppendAsync("shop", head, [Samples.After(head)], Cancellation);

        Assert.Equal(1, proxy.TurnsTaken - before);
    }

    [Fact]
    public async Task A_commit_id_of_another_version_is_refused()
    {
        await using var history = await OpenAsync();
        var first = Samples.After(default);
        var head = (await history.AppendAsync("shop", default, [first], Cancellation)).Head;

        await Assert.ThrowsAsync<ArgumentException>(async () => await history.AppendAsync("shop", head, [Samples.After(head, commitId: first.Version.CommitId)], Cancellation));

        Assert.Equal(head, await history.GetHeadAsync("shop", Cancellation));
    }

    [Fact]
    public async Task More_than_a_message_can_carry_is_refused_before_it_is_sent()
    {
        await using var history = await OpenAsync();
        var large = new byte[300 << 20];

        var refusal = await Assert.ThrowsAsync<ArgumentException>(async () => await history.AppendAsync("shop", default, Samples.Chained(4, large), Cancellation));

        Assert.Contains("1258291200 bytes", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serializable")]
    [InlineData("repeatable read")]
    [InlineData("read committed")]
    public async Task A_storm_of_16_writers_loses_nothing(string level)
    {
        const int Writers = 16, Commits = 12;
        var isolation = $"Options=-c default_transaction_isolation={level.Replace(" ", "\\ ", StringComparison.Ordinal)}";
        await using var one = await OpenAsync(more: isolation);
        await using var two = await OpenAsync(more: isolation);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(writer % 2 == 0 ? one : two, Commits)));

        var head = await one.GetHeadAsync("shop", Cancellation);
        var versions = await one.ReadAsync("shop", 0, long.MaxValue, Cancellation).ToListAsync();

        Assert.Equal(Writers * Commits, head.Revision);
        Assert.Equal(head.Revision, head.Epoch);
        Assert.Equal(Enumerable.Range(1, Writers * Commits).Select(static revision => (long)revision), versions.Select(static version => version.Version.Revision));
        Assert.All(versions.Skip(1).Zip(versions), static pair => Assert.Equal(pair.Second.Version.Revision, pair.First.Version.Parent));
        Assert.Equal(versions.Count, versions.DistinctBy(static version => version.Version.CommitId).Count());
    }

    [Fact]
    public async Task What_is_acknowledged_is_synced_though_the_database_would_not_wait()
    {
        await using var history = await OpenAsync(more: "Options=-c synchronous_commit=off");
        await QueryAsync("""
            CREATE TABLE {schema}.seen (setting text);
            CREATE FUNCTION {schema}.note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO {schema}.seen VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT OR UPDATE ON {schema}.head DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {schema}.note();
            CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON {schema}.checkpoint DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {schema}.note();
            CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON {schema}.ack DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {schema}.note();
            """);
        var head = (await history.AppendAsync("shop", default, [Samples.After(default)], Cancellation)).Head;
        head = (await history.AppendAsync("shop", head, [Samples.After(head)], Cancellation)).Head;
        head = (await history.MoveAsync("shop", head, 1, Cancellation)).Head;
        await history.MoveAsync("shop", head, 2, Cancellation);
        await history.WriteCheckpointAsync("shop", new(1, new byte[10]), Cancellation);
        await history.CompactAsync("shop", 1, [], Cancellation);
        await history.AcknowledgeAsync("shop", "reader", 2, Cancellation);

        Assert.Equal(7L, await QueryAsync("SELECT count(*) FROM {schema}.seen WHERE setting = 'on'"));
        Assert.Equal(7L, await QueryAsync("SELECT count(*) FROM {schema}.seen"));
    }

    [Fact]
    public async Task A_cancelled_append_writes_nothing()
    {
        await using var history = await OpenAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await history.AppendAsync("shop", default, [Samples.After(default)], cancelled.Token));

        Assert.Equal(default, await history.GetHeadAsync("shop", Cancellation));
    }

    [Fact]
    public async Task Cancelling_while_the_server_writes_awaits_the_outcome()
    {
        await using var history = await OpenAsync();
        var head = (await history.AppendAsync("shop", default, [Samples.After(default)], Cancellation)).Head;
        var server = await GetServerAsync();
        await using var blocker = new NpgsqlConnection(server.ConnectionString());
        await blocker.OpenAsync(Cancellation);
        await using var transaction = await blocker.BeginTransactionAsync(Cancellation);
        await using (var hold = new NpgsqlCommand($"SELECT 1 FROM {Schema}.head FOR UPDATE", blocker)) await hold.ExecuteScalarAsync(Cancellation);
        using var cancel = new CancellationTokenSource();

        var appending = history.AppendAsync("shop", head, [Samples.After(head)], cancel.Token).AsTask();
        await UntilAsync("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%{schema}%')");
        await cancel.CancelAsync();
        await transaction.RollbackAsync(Cancellation);

        Assert.True((await appending.WaitAsync(Patience, Cancellation)).IsAppended);
        Assert.Equal(2, (await history.GetHeadAsync("shop", Cancellation)).Revision);
    }

    /// <summary>Waits until a query gives true.</summary>
    private async Task UntilAsync(string query)
    {
        while (await QueryAsync(query) is not true) await Task.Delay(10, Cancellation);
    }

    private static async Task WriteAsync(PostgreSqlHistory history, int commits)
    {
        var head = await history.GetHeadAsync("shop", Cancellation);
        for (var made = 0; made < commits;)
        {
            var outcome = await history.AppendAsync("shop", head, [Samples.After(head)], Cancellation);
            if (outcome.IsAppended) made++;
            head = outcome.Head;
        }
    }
}
