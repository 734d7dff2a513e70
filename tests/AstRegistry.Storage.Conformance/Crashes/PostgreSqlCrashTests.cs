using AstRegistry.Storage.Conformance.PostgreSql;
using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>The same as <see cref="SqliteCrashTests"/> in PostgreSQL, and besides a server that is killed under the process.</summary>
/// <remarks>The environment variable <c>ASTREGISTRY_CRASH_KILLS</c> says how often: 200 times unless set, 2,000 in the long mode.</remarks>
public sealed class PostgreSqlCrashTests(PostgreSqlFixture fixture, ITestOutputHelper output)
{
    private const int ServerKills = 5;
    private const int CommitsBetween = 8;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_process_loses_nothing_and_leaves_nothing_half_done()
    {
        var run = new CrashRun(new PostgreSqlCrashStore(await fixture.GetServerAsync()), seed: 2);

        var violations = await run.RunAsync(CrashSuite.Kills, Cancellation);

        output.WriteLine(CrashSuite.Describe(run));
        CrashSuite.Hold(violations);
    }

    [Fact]
    public async Task A_killed_server_loses_nothing_and_the_process_goes_on_when_it_is_back()
    {
        PostgreSqlFixture.Require();
        await using var server = await PostgreSqlServer.StartNewAsync(Cancellation);
        var run = new CrashRun(new PostgreSqlCrashStore(server), seed: 3);
        for (var i = 0; i < ServerKills && run.Model.Violations.Count == 0; i++)
        {
            await using var child = run.Start(CrashPoint.Anywhere);
            await child.ReadAcknowledgedAsync(i + 1, Cancellation);
            await server.KillAsync(Cancellation);
            await server.StartAsync(Cancellation);
            await child.ReadAcknowledgedAsync(CommitsBetween, Cancellation);
            await run.KillAsync(child, Cancellation);
        }

        output.WriteLine(CrashSuite.Describe(run));
        CrashSuite.Hold(await run.RunAsync(run.Kills, Cancellation));
    }
}
