using System.Globalization;

namespace AstRegistry.Storage.Conformance.PostgreSql;

/// <summary>
/// Appends and watches through a network that fails in every way, 504 times: each commit takes effect once, what is reported is what happened,
/// and a watch misses nothing and sees nothing twice. A failure names the seed that brings it again.
/// </summary>
public sealed class NetworkTests(PostgreSqlFixture fixture) : PostgreSqlTest(fixture)
{
    private const int Lanes = 24;
    private const int ScenariosOfLane = 21;
    private const int Commits = 2;

    private static readonly ProxyFault[] Faults = [.. Enum.GetValues<ProxyFault>().Where(static fault => fault != ProxyFault.None)];

    [Fact]
    public async Task Each_commit_takes_effect_once_whatever_the_network_does()
    {
        await using var truth = await OpenAsync(static options => options.UseDoorbell = false);
        var server = await GetServerAsync();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => PlayLaneAsync(lane, server, truth), Cancellation)));

        Assert.Equal((long)Lanes * ScenariosOfLane, await QueryAsync("SELECT count(*) FROM {schema}.head"));
    }

    /// <summary>Scenarios one after the other through one proxy; lanes run side by side, because most of the time goes by in waiting for what never comes.</summary>
    private async Task PlayLaneAsync(int lane, PostgreSqlServer server, PostgreSqlHistory truth)
    {
        await using var proxy = new TcpProxy(server.Port);
        await using var history = await PostgreSqlHistory.OpenAsync(
            new()
            {
                ConnectionString = server.ConnectionString(port: proxy.Port, more: "Timeout=5;Command Timeout=1;Cancellation Timeout=-1;Maximum Pool Size=4;"),
                Schema = Schema,
                PollingInterval = TimeSpan.FromMilliseconds(200),
                UseDoorbell = lane % 4 == 0,
                Retry = new() { MaxAttempts = 100, FirstDelay = TimeSpan.FromMilliseconds(5), MaxDelay = TimeSpan.FromMilliseconds(100), Patience = TimeSpan.FromSeconds(30) },
            },
            Cancellation);
        for (var seed = lane; seed < Lanes * ScenariosOfLane; seed += Lanes)
        {
            var fault = Faults[seed / Lanes % Faults.Length];
            try
            {
                await PlayAsync(new Random(seed), string.Create(CultureInfo.InvariantCulture, $"r{seed}"), fault, proxy, history, truth);
            }
            catch (Exception exception) when (!Cancellation.IsCancellationRequested)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Lane {lane}, seed {seed}, {fault}: {exception.Message}"), exception);
            }
        }
    }

    private static async Task PlayAsync(Random random, string registry, ProxyFault fault, TcpProxy proxy, PostgreSqlHistory history, PostgreSqlHistory truth)
    {
        var rivals = random.Next(4) == 0 ? Commits : 0;
        var watching = WatchAsync(history, registry, Commits + rivals, Cancellation);
        var rival = RivalAsync(truth, registry, rivals, Cancellation);
        var head = default(HistoryHead);
        var broken = random.Next(Commits);
        for (var commit = 0; commit < Commits; commit++)
        {
            var healing = commit == broken ? BreakAsync(proxy, fault, random, Cancellation) : Task.CompletedTask;
            head = await CommitAsync(history, registry, head, "own" + commit, Cancellation);
            await healing;
        }

        await rival;
        await CheckAsync(truth, registry, await watching.WaitAsync(Patience, Cancellation), rivals, Cancellation);
    }

    /// <summary>Commits until it is told that it did, on whichever head there is.</summary>
    private static async Task<HistoryHead> CommitAsync(PostgreSqlHistory history, string registry, HistoryHead head, string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            var outcome = await history.AppendAsync(registry, head, [Samples.After(head, actor: name)], cancellationToken);
            if (outcome.IsAppended) return outcome.Head;
            Assert.NotEqual(head, outcome.Head);
            head = outcome.Head;
        }
    }

    private static async Task RivalAsync(PostgreSqlHistory truth, string registry, int commits, CancellationToken cancellationToken)
    {
        var head = default(HistoryHead);
        for (var commit = 0; commit < commits; commit++)
        {
            head = await CommitAsync(truth, registry, head, "rival" + commit, cancellationToken);
            await Task.Delay(20, cancellationToken);
        }
    }

    /// <summary>Breaks the network at once, and heals it a little later.</summary>
    private static async Task BreakAsync(TcpProxy proxy, ProxyFault fault, Random random, CancellationToken cancellationToken)
    {
        proxy.Break(fault, random.Next(1, fault is ProxyFault.CutRequest or ProxyFault.StallRequest ? 1200 : 400));
        await Task.Delay(random.Next(0, 60), cancellationToken);
        proxy.Heal();
    }

    private static async Task<List<HistoryHead>> WatchAsync(PostgreSqlHistory history, string registry, int last, CancellationToken cancellationToken)
    {
        var heads = new List<HistoryHead>();
        await foreach (var head in history.WatchAsync(registry, default, cancellationToken))
        {
            heads.Add(head);
            if (head.Revision >= last) break;
        }

        return heads;
    }

    private static async Task CheckAsync(PostgreSqlHistory truth, string registry, List<HistoryHead> seen, int rivals, CancellationToken cancellationToken)
    {
        var head = await truth.GetHeadAsync(registry, cancellationToken);
        var versions = await truth.ReadAsync(registry, 0, long.MaxValue, cancellationToken).ToListAsync();
        string[] expected = [.. Enumerable.Range(0, Commits).Select(static commit => "own" + commit), .. Enumerable.Range(0, rivals).Select(static commit => "rival" + commit)];
        Assert.Equal(expected.Order(StringComparer.Ordinal), versions.Select(static version => version.Version.Actor).Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, expected.Length).Select(static revision => (long)revision), versions.Select(static version => version.Version.Revision));

        Assert.Equal(head, seen[^1]);
        Assert.All(seen.Skip(1).Zip(seen), static pair => Assert.True(pair.First.Epoch > pair.Second.Epoch, "A head was seen twice, or went back."));
        Assert.All(seen, one => Assert.Equal(versions[(int)one.Revision - 1].Hash, one.Hash));
    }
}
