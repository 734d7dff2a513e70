using AstRegistry.Tests.Complexity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.FieldStudy;

/// <summary>
/// Compares complexity with CA1502 and S3776, member by member, on the sources below each folder. They are compiled as one assembly with
/// the symbols of <c>--define</c> and the global usings of <c>--using</c>, against the shared framework and the assemblies of
/// <c>--reference</c>.
/// </summary>
internal static class ComplexityCommand
{
    public static int Run(string[] args)
    {
        var arguments = new Arguments(args);
        var unexplained = 0;
        foreach (var folder in arguments.Plain)
        {
            var compilation = Compile(folder, arguments);
            var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            Console.WriteLine($"{folder}: {compilation.SyntaxTrees.Length} files, {compilation.SyntaxTrees.Sum(t => t.GetText().Lines.Count)} lines, {errors.Count} compile errors");
            foreach (var group in errors.GroupBy(e => e.Id).OrderByDescending(g => g.Count()).Take(5)) Console.WriteLine($"  {group.Count(),5} {group.First()}");

            foreach (var comparison in AnalyzerComparison.RunAsync(compilation, CancellationToken.None).GetAwaiter().GetResult())
                unexplained += Report(comparison);
        }

        return unexplained == 0 ? 0 : 1;
    }

    private static int Report(AnalyzerComparison comparison)
    {
        var differences = comparison.Differences;
        Console.WriteLine($"  {comparison.Rule}: {comparison.Compared} members compared, {comparison.Compared - differences.Count} equal, {differences.Count} differing");
        foreach (var group in differences.GroupBy(d => string.Join("; ", d.Reasons)).OrderByDescending(g => g.Count()))
        {
            Console.WriteLine($"    {group.Count(),5}  {(group.Key.Length == 0 ? "UNEXPLAINED" : group.Key)}");
            foreach (var difference in group.Take(5))
                Console.WriteLine($"           {difference.Theirs?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}, ours {difference.Ours}: {difference.Location}");
        }

        return differences.Count(d => d.Reasons.Count == 0);
    }

    private static CSharpCompilation Compile(string folder, Arguments arguments)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: ListOf(arguments, "--define"));
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, Path.GetRelativePath(folder, f)))
            .Append(CSharpSyntaxTree.ParseText(string.Concat(ListOf(arguments, "--using").Select(name => $"global using {name};\n")), options));
        var references = Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(IsManaged)
            .Concat(ListOf(arguments, "--reference"))
            .Select(f => MetadataReference.CreateFromFile(f));
        return CSharpCompilation.Create(
            "Study",
            trees,
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static string[] ListOf(Arguments arguments, string name) => arguments.Get(name, "").Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsManaged(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = new System.Reflection.PortableExecutable.PEReader(stream);
        return file.HasMetadata;
    }
}
