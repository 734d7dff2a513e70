using System.Globalization;
using AstRegistry.Benchmarks.Harness;
using AstRegistry.Locking;

namespace AstRegistry.Benchmarks.Identities;

/// <summary>Checks a lock file of 100,000 records against the code.</summary>
internal sealed class LockSuite : Suite
{
    private const int Records = 100_000;
    private const string Project = "Acme.Shop";
    private static readonly Row Read = new("read a lock file of 100,000 records", "its lines split into a Dictionary by id", Target.None("×"));
    private static readonly Row Check = new("check a lock file of 100,000 records", "its lines split into a Dictionary by id", Target.None("×"));
    private static readonly Row CheckTime = new("check a lock file of 100,000 records", "–", Target.None("ms"));

    public override IReadOnlyList<Row> Rows => [Read, Check, CheckTime];

    public override void Run(Session session, Report report)
    {
        var code = Enumerable.Range(0, Records).Select(static i => new LockEntry(new LockKey(i % 10 == 0 ? "type" : "method", Key(i)))).ToArray();
        var options = new LockUpdateOptions();
        var text = LockUpdate.Compute(LockFile.Empty, Project, code, [], options).File.ToText();

        double Baseline() => Clock.Time(() => Split(text));
        var reading = Interleaved.Measure(2, session.Times(8, 30), () => Clock.Time(() => LockFile.Parse(text)), Baseline);
        report.Add(Read, reading.Ratios, reading.Raw);
        var checking = Interleaved.Measure(2, session.Times(8, 30), () => Clock.Time(() => AssertInStep(text, code, options)), Baseline);
        report.Add(Check, checking.Ratios, checking.Raw);
        report.Add(CheckTime, [.. checking.Ours.Select(static time => time / 1e6)]);
    }

    private static string Key(int i) => i % 10 == 0
        ? FormattableString.Invariant($"Acme.Shop.Area{i % 700}.OrderHandler{i}")
        : FormattableString.Invariant($"Acme.Shop.Area{i % 700}.OrderHandler{i - (i % 10)}.Step{i % 10}(Order,CancellationToken)");

    private static void AssertInStep(string text, LockEntry[] code, LockUpdateOptions options)
    {
        if (!LockUpdate.Compute(LockFile.Parse(text), Project, code, [], options).IsInStep) throw new InvalidOperationException("The lock file is not in step.");
    }

    private static void Split(string text)
    {
        var lines = new Dictionary<ulong, string[]>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(' ');
            lines.Add(ulong.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), parts);
        }
    }
}
