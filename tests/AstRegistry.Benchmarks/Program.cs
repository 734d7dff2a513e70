using System.Diagnostics;
using AstRegistry.Benchmarks.Codec;
using AstRegistry.Benchmarks.Data;
using AstRegistry.Benchmarks.Finding;
using AstRegistry.Benchmarks.Generators;
using AstRegistry.Benchmarks.Harness;
using AstRegistry.Benchmarks.Identities;
using AstRegistry.Benchmarks.Lookups;
using AstRegistry.Benchmarks.Snapshots;
using AstRegistry.Benchmarks.Storage;
using AstRegistry.Benchmarks.Versions;

namespace AstRegistry.Benchmarks;

/// <summary>Measures the figures that the project promises, each as a ratio to its baseline in the same process.</summary>
internal static class Program
{
    private const string Usage = """
        Usage: dotnet run -c Release --project tests/AstRegistry.Benchmarks -- [options]

          --short            a run of less than three minutes on two processors
          --list             names the rows and ends
          --filter <text>    only rows whose name or baseline contains the text; may be repeated
          --source <folder>  measures a real code base too; may be repeated
          --define <A;B>     the preprocessor symbols of the real code bases
        """;

    /// <summary>Everything there is to measure; a new suite is one line here.</summary>
    private static readonly Suite[] Suites =
    [
        new EditSuite(),
        new KeystrokeSuite(),
        new BuildSuite(),
        new DataSuite(),
        new StartUpSuite(),
        new LookupSuite(),
        new ClassIdSuite(),
        new ComposeSuite(),
        new LockSuite(),
        new DeltaSuite(),
        new VersionTreeSuite(),
        new DependencySuite(),
        new GetSuite(),
        new ChangeSuite(),
        new LayerSuite(),
        new FinderSuite(),
        new PostgreSqlSuite(),
        new CodecSuite(),
        new SqliteSuite(),
    ];

    private static int Main(string[] args)
    {
        if (args is [StartUpProbe.Command, ..]) return StartUpProbe.Run(args[1..]);
        var filters = new List<string>();
        var sources = new List<string>();
        var symbols = new List<string>();
        bool isShort = false, isList = false;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--short") isShort = true;
            else if (args[i] == "--list") isList = true;
            else if (args[i] == "--filter" && i + 1 < args.Length) filters.Add(args[++i]);
            else if (args[i] == "--source" && i + 1 < args.Length) sources.Add(args[++i]);
            else if (args[i] == "--define" && i + 1 < args.Length) symbols.AddRange(args[++i].Split(';', StringSplitOptions.RemoveEmptyEntries));
            else return Refuse();
        }

        bool IsWanted(Row row) => filters.Count == 0 || filters.Any(filter => (row.Name + " " + row.Baseline).Contains(filter, StringComparison.OrdinalIgnoreCase));
        if (isList) return List(IsWanted);
        if (sources.FirstOrDefault(static folder => !Directory.Exists(folder)) is { } missing)
        {
            Console.Error.WriteLine($"There is no folder '{missing}'.");
            return 2;
        }

        Measure(new Session(isShort, sources, symbols), new Report(IsWanted, Console.Out));
        return 0;
    }

    private static void Measure(Session session, Report report)
    {
        var started = Stopwatch.GetTimestamp();
        Console.WriteLine($"{Environment.ProcessorCount} processors; {(Clock.IsProcessorTime ? "processor" : "elapsed")} time unless a row says otherwise.\n");
        report.Begin();
        foreach (var suite in Suites)
        {
            if (suite.Rows.Any(report.Wants)) suite.Run(session, report);
        }

        report.End();
        Console.WriteLine($"Took {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:0} s of them on processors.");
    }

    private static int List(Func<Row, bool> isWanted)
    {
        foreach (var row in Suites.SelectMany(static suite => suite.Rows).Where(isWanted)) Console.WriteLine($"{row.Name} | {row.Baseline} | {row.Target}");
        return 0;
    }

    private static int Refuse()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }
}
