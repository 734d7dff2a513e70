using AstRegistry.Storage.Conformance.Sqlite;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>
/// A process that commits to a registry in SQLite is killed around every step of a commit, a checkout, a checkpoint and a compaction, and at random
/// moments; all on one database, which has to recover each time.
/// </summary>
/// <remarks>The environment variable <c>ASTREGISTRY_CRASH_KILLS</c> says how often: 200 times unless set, 2,000 in the long mode.</remarks>
public sealed class SqliteCrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_killed_process_loses_nothing_and_leaves_nothing_half_done()
    {
        using var folder = new SqliteFolder();
        var run = new CrashRun(new SqliteCrashStore(folder), seed: 1);

        var violations = await run.RunAsync(CrashSuite.Kills, TestContext.Current.CancellationToken);

        output.WriteLine(CrashSuite.Describe(run));
        CrashSuite.Hold(violations);
    }
}
