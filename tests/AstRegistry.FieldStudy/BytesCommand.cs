using System.Diagnostics;
using System.Globalization;
using System.Text;
using AstRegistry.FieldStudy.Sources;
using AstRegistry.Packing;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.FieldStudy;

/// <summary>
/// Generates the registry of real projects several times, with files shuffled, on several threads, in another culture and another
/// folder, compares the bytes, and measures what they add to the assembly and to the compilation.
/// </summary>
internal static class BytesCommand
{
    private const string Elsewhere = "/elsewhere/checkout";

    public static int Run(string[] args)
    {
        var arguments = new Arguments(args);
        var timings = int.Parse(arguments.Get("--timings", "0"), CultureInfo.InvariantCulture);
        var differences = 0;
        foreach (var path in arguments.Plain)
        {
            var project = SourceProject.Load(path, arguments.Get("--framework", "net8.0"));
            var trees = project.Parse();
            Console.WriteLine($"{project.Name}: {project.Files.Count} files, {trees.Sum(t => t.GetText().Lines.Count)} lines");
            var plain = Emit(project.Compile(trees));
            foreach (var detail in Enum.GetValues<AstRegistryDetail>())
            {
                var (compilation, sources) = Generation.Run(project.Compile(trees), project, detail, project.Directory);
                var different = Variants(project, trees, detail).Count(variant => !Same(sources, variant));
                differences += different;
                var grown = Emit(compilation);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {detail,-11} assembly {plain} -> {grown} = {(double)grown / plain:F3} ×; generated {sources.Count} sources, {sources.Values.Sum(s => s.Length)} chars (inventory and index {sources["AppRegistry.Inventory.g.cs"].Length}, buckets {sources.Where(s => s.Key.Contains("Bucket", StringComparison.Ordinal)).Sum(s => s.Value.Length)}); {(different == 0 ? "same bytes in all variants" : $"{different} VARIANTS DIFFER")}"));
            }

            Console.WriteLine("  " + Payload(trees));
            for (var detail = AstRegistryDetail.Members; detail <= AstRegistryDetail.Nodes && timings > 0; detail++)
                Console.WriteLine("  " + Time(project, trees, detail, timings));
        }

        return differences == 0 ? 0 : 1;
    }

    /// <summary>The generated sources under circumstances that must not matter.</summary>
    private static SortedDictionary<string, string>[] Variants(SourceProject project, List<SyntaxTree> trees, AstRegistryDetail detail)
    {
        var root = Path.GetDirectoryName(Path.GetDirectoryName(project.Directory)!)!;
        (bool Concurrent, string Culture, string Root)[] variants =
        [
            (false, "", root),
            (true, "", root),
            (true, "strange", root),
            (true, "strange", Elsewhere),
        ];
        var results = new SortedDictionary<string, string>[variants.Length];
        // All at once, so that what the walk keeps per thread meets other files in between.
        Parallel.For(0, variants.Length, new ParallelOptions { MaxDegreeOfParallelism = variants.Length }, i =>
        {
            var (concurrent, culture, otherRoot) = variants[i];
            var before = CultureInfo.CurrentCulture;
            if (culture.Length > 0) CultureInfo.CurrentCulture = StrangeCulture();
            var moved = otherRoot == root ? trees : trees.ConvertAll(t => t.WithFilePath(t.FilePath.Replace(root, otherRoot, StringComparison.Ordinal)));
            var shuffled = moved.ToArray();
            new Random(i).Shuffle(shuffled);
            results[i] = Generation.Run(project.Compile(shuffled, concurrent), project, detail, project.Directory.Replace(root, otherRoot, StringComparison.Ordinal)).Sources;
            CultureInfo.CurrentCulture = before;
        });
        return results;
    }

    /// <summary>A culture whose numbers look like no other's, so that any text made with it shows.</summary>
    private static CultureInfo StrangeCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "minus";
        culture.NumberFormat.NumberDecimalSeparator = "comma";
        culture.NumberFormat.NumberGroupSeparator = "point";
        return culture;
    }

    private static bool Same(SortedDictionary<string, string> left, SortedDictionary<string, string> right) =>
        left.Count == right.Count && left.All(source => right.TryGetValue(source.Key, out var other) && other == source.Value);

    private static long Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        if (!result.Success) throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5)));
        return stream.Length;
    }

    /// <summary>What the packed segments cost for each type, member and node.</summary>
    private static string Payload(List<SyntaxTree> trees)
    {
        long types = 0, typeBytes = 0, members = 0, memberBytes = 0;
        var nodes = new long[2];
        var nodeBytes = new long[2];
        foreach (var tree in trees)
        {
            for (var all = 0; all < 2; all++)
            {
                var detail = all == 0 ? AstRegistryDetail.Statements : AstRegistryDetail.Nodes;
                var table = SyntaxInventory.Read(tree, new InventoryOptions(detail));
                var packed = FileTableWriter.Write(table, detail);
                nodes[all] += table.Nodes.Count;
                nodeBytes[all] += packed.Nodes.Length;
                if (all == 0) continue;
                types += table.Types.Count;
                typeBytes += packed.Types.Length;
                members += table.Members.Count;
                memberBytes += packed.Members.Length;
            }
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"packed bytes: {types} types {PerRow(typeBytes, types)}, {members} members {PerRow(memberBytes, members)}, {nodes[0]} rows at Statements {PerRow(nodeBytes[0], nodes[0])}, {nodes[1]} rows at Nodes {PerRow(nodeBytes[1], nodes[1])}");
    }

    private static string PerRow(long bytes, long rows) => string.Create(CultureInfo.InvariantCulture, $"{bytes} = {(double)bytes / Math.Max(1, rows):F2} each");

    /// <summary>Warm parse, generation, binding and emission against the same without the generator, minima of alternating runs.</summary>
    private static string Time(SourceProject project, List<SyntaxTree> trees, AstRegistryDetail detail, int timings)
    {
        var texts = trees.ConvertAll(t => (t.FilePath, Text: t.GetText().ToString()));
        double without = double.MaxValue, with = double.MaxValue;
        for (var i = 0; i < timings; i++)
        {
            without = Math.Min(without, Measure(() => Emit(project.Compile(Parse(project, texts)))));
            with = Math.Min(with, Measure(() => Emit(Generation.Run(project.Compile(Parse(project, texts)), project, detail, project.Directory).Compilation)));
        }

        return string.Create(CultureInfo.InvariantCulture, $"warm compilation at {detail}: {without:F0} ms -> {with:F0} ms = {with / without:F3} ×");
    }

    private static List<SyntaxTree> Parse(SourceProject project, List<(string Path, string Text)> texts) =>
        texts.ConvertAll(t => CSharpSyntaxTree.ParseText(SourceText.From(t.Text, Encoding.UTF8), project.ParseOptions, t.Path));

    private static double Measure(Action action)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }
}
