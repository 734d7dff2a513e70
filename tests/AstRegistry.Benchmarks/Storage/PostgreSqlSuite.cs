using System.Diagnostics;
using AstRegistry.Benchmarks.Harness;
using AstRegistry.Storage.Conformance.PostgreSql;

namespace AstRegistry.Benchmarks.Storage;

/// <summary>Appending to and watching a history in PostgreSQL, on a server of the benchmark's own. All times are elapsed, because the work is the server's.</summary>
internal sealed class PostgreSqlSuite : Suite
{
    private const int Writers = 16;

    private static readonly Row RoundTrips = new("PostgreSQL: round trips of an append", "–", Target.Exactly(1, "trips"));
    private static readonly Row Append = new("PostgreSQL: append of a version (elapsed)", "one bare insert of the same bytes", Target.None("×"));
    private static readonly Row ManyRegistries = new("PostgreSQL: 16 writers, a registry each (elapsed)", "16 writers of bare inserts", Target.None("×"));
    private static readonly Row OneRegistry = new("PostgreSQL: 16 writers on one registry (elapsed)", "one writer, as many commits", Target.None("×"));
    private static readonly Row Doorbell = new("PostgreSQL: from commit to a watch elsewhere, with doorbell (elapsed)", "polling every second alone", Target.AtLeast(10));

    private static readonly Row Back = new("PostgreSQL: append after the server is back (elapsed)", "–", Target.AtMost(5, "s"));

    public override IReadOnlyList<Row> Rows { get; } = [RoundTrips, Append, ManyRegistries, OneRegistry, Doorbell, Back];

    public override void Run(Session session, Report report)
    {
        if (PostgreSqlServer.IsAvailable) RunAsync(session, report).GetAwaiter().GetResult();
        else foreach (var row in Rows) report.Skip(row, PostgreSqlBinaries.Missing);
    }

    private static async Task RunAsync(Session session, Report report)
    {
        await using var server = await PostgreSqlServer.StartNewAsync();
        await using var bench = await PostgreSqlBench.OpenAsync(server);
        if (report.Wants(RoundTrips)) report.Add(RoundTrips, [await PostgreSqlBench.CountTripsAsync(server)]);
        foreach (var size in new[] { 1 << 10, 64 << 10 }) MeasureAppend(session, report, bench, size);
        MeasureWriters(session, report, bench);
        if (report.Wants(Doorbell)) await MeasureWatchAsync(session, report, server);
        if (report.Wants(Back)) await MeasureRestartAsync(session, report, server, bench);
    }

    private static void MeasureAppend(Session session, Report report, PostgreSqlBench bench, int size)
    {
        if (!report.Wants(Append)) return;
        const int Batch = 20;
        var changes = PostgreSqlBench.Bytes(size);
        var measured = Interleaved.Measure(
            3,
            session.Times(15, 60),
            () => Clock.Elapsed(() => bench.AppendAsync("one", Batch, changes).GetAwaiter().GetResult()) / Batch,
            () => Clock.Elapsed(() => bench.InsertAsync("one", Batch, changes).GetAwaiter().GetResult()) / Batch);
        report.Add(Append, measured.Ratios, measured.Raw, FormattableString.Invariant($"{size >> 10} KiB"));
    }

    private static void MeasureWriters(Session session, Report report, PostgreSqlBench bench)
    {
        const int Commits = 10;
        var changes = PostgreSqlBench.Bytes(1 << 10);
        double All(Func<int, Task> work) => Clock.Elapsed(() => Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => work(writer)))).GetAwaiter().GetResult()) / (Writers * Commits);
        static string Name(int writer) => FormattableString.Invariant($"writer{writer}");

        if (report.Wants(ManyRegistries))
        {
            var apart = Interleaved.Measure(1, session.Times(7, 25), () => All(writer => bench.AppendAsync(Name(writer), Commits, changes)), () => All(writer => bench.InsertAsync(Name(writer), Commits, changes)));
            report.Add(ManyRegistries, apart.Ratios, apart.Raw);
        }

        if (!report.Wants(OneRegistry)) return;
        var together = Interleaved.Measure(
            1,
            session.Times(5, 15),
            () => All(_ => bench.AppendAsync("shared", Commits, changes)),
            () => Clock.Elapsed(() => bench.AppendAsync("shared", Writers * Commits, changes).GetAwaiter().GetResult()) / (Writers * Commits));
        report.Add(OneRegistry, together.Ratios, together.Raw);
    }

    private static async Task MeasureWatchAsync(Session session, Report report, PostgreSqlServer server)
    {
        await using var ringing = await PostgreSqlWatch.OpenAsync(server, true);
        await using var polling = await PostgreSqlWatch.OpenAsync(server, false);
        var measured = Interleaved.Measure(
            1,
            session.Times(9, 30),
            () => ringing.LatencyAsync().GetAwaiter().GetResult(),
            () => polling.LatencyAsync().GetAwaiter().GetResult());
        report.Add(Doorbell, measured.Gains, measured.Raw);
    }

    /// <summary>Appends while the server restarts, and takes the time from the moment that it takes connections again.</summary>
    private static async Task MeasureRestartAsync(Session session, Report report, PostgreSqlServer server, PostgreSqlBench bench)
    {
        var seconds = new double[session.Times(3, 9)];
        for (var i = 0; i < seconds.Length; i++)
        {
            await server.StopAsync();
            var appending = bench.AppendAsync("restarted", 1, [1]);
            await server.StartAsync();
            var back = Stopwatch.GetTimestamp();
            await appending;
            seconds[i] = Stopwatch.GetElapsedTime(back).TotalSeconds;
        }

        report.Add(Back, seconds);
    }
}
