using AstRegistry.Storage.Conformance.Sqlite;
using AstRegistry.Storage.Crash;
using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>The checks of the crash tests notice children that do wrong.</summary>
public sealed class FaultyChildTests
{
    private const int MostKills = 20;

    [Fact]
    public Task A_history_that_acknowledges_before_it_is_durable_is_noticed() => NoticesAsync(ChildFault.AcknowledgesEarly, CrashPoint.BeforeCommit, "is lost");

    [Fact]
    public Task Half_a_change_set_is_noticed() => NoticesAsync(ChildFault.CommitsHalf, CrashPoint.BeforeCommit, "is not what the commit");

    [Fact]
    public Task Torn_bytes_are_noticed() => NoticesAsync(ChildFault.TearsChanges, CrashPoint.BeforeCommit, nameof(HistoryFault.Corrupt));

    [Fact]
    public Task A_durable_handler_that_misses_a_version_is_noticed() => NoticesAsync(ChildFault.NotesEarly, CrashPoint.BeforeTold, "out of turn");

    private static async Task NoticesAsync(ChildFault fault, CrashPoint point, string expected)
    {
        using var folder = new SqliteFolder();
        var run = new CrashRun(new SqliteCrashStore(folder), seed: 4, fault);

        while (run.Kills < MostKills && run.Model.Violations.Count == 0) await run.RunAsync(point, TestContext.Current.CancellationToken);

        Assert.Contains(run.Model.Violations, violation => violation.Contains(expected, StringComparison.Ordinal));
    }
}
