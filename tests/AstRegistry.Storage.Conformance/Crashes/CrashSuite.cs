using System.Globalization;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>How long the crash tests run.</summary>
internal static class CrashSuite
{
    /// <summary>Names how often each durable engine is killed: 200 times unless set; 2,000 times in the long mode.</summary>
    public const string Variable = "ASTREGISTRY_CRASH_KILLS";

    private const int UsualKills = 200;

    public static int Kills => int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var kills) ? kills : UsualKills;

    /// <summary>Fails with all that is wrong.</summary>
    public static void Hold(IReadOnlyList<string> violations) => Assert.True(violations.Count == 0, string.Join('\n', violations));

    /// <summary>What came of a run.</summary>
    public static string Describe(CrashRun run) => FormattableString.Invariant(
        $"{run.Kills} kills, {run.Model.Acknowledged} commits acknowledged, {run.Model.Revision} versions, {run.Model.Witnessed} for the durable handler, {run.Model.ToldAgain} told again.");
}
