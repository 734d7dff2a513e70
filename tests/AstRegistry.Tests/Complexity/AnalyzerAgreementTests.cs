using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Tests.Complexity;

/// <summary>
/// Complexity agrees with CA1502 and S3776 on the project's own sources, member by member. The field study does the same on other code.
/// </summary>
public class AnalyzerAgreementTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    [Fact]
    public async Task Own_sources_differ_in_known_kinds_only()
    {
        var compilation = Compile(Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
            // The tool is a program and needs packages that these tests do not have; the log of the hosting is completed by a generator.
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "AstRegistry.Tool" or "AstRegistry.Hosting"))
            .Order(StringComparer.Ordinal)
            .Select(f => Parse(File.ReadAllText(f), f)));

        // Where the compiler sees errors the analyzers count less.
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);
        foreach (var comparison in await AnalyzerComparison.RunAsync(compilation, TestContext.Current.CancellationToken))
        {
            TestContext.Current.SendDiagnosticMessage($"{comparison.Rule}: {comparison.Compared} compared, {comparison.Differences.Count} differing");
            Assert.True(comparison.Compared > 200, $"{comparison.Rule} compared {comparison.Compared} members only.");
            Assert.DoesNotContain(comparison.Differences, d => d.Reasons.Count == 0);
        }
    }

    [Fact]
    public async Task Members_counted_by_hand_do_not_differ()
    {
        var members = ComplexityMeterTests.Members.Select((m, i) => $"unsafe class C{i} {{ {m.Data.Item1} }}");
        var compilation = Compile([Parse(string.Join('\n', members))]);

        // Most of it does not bind, so only what needs no binding can be compared: S3776 reads syntax.
        var cognitive = Assert.Single(
            await AnalyzerComparison.RunAsync(compilation, TestContext.Current.CancellationToken),
            c => c.Rule == ReferenceAnalyzers.CognitiveRule);

        Assert.True(cognitive.Compared > 100);
        Assert.Empty(cognitive.Differences);
    }

    /// <summary>Each kind of difference occurs, is explained, and is the only reason in its member.</summary>
    [Theory]
    [InlineData("bool M(bool a, bool b) => a & b;", 2, 1, "does not show")]
    [InlineData("bool? M(bool? a, int b) => a & b > 1;", 1, 2, "only looks Boolean")]
    [InlineData("partial void M(int a) { if (a > 1) { } } partial void M(int a);", null, 2, "partial member")]
    [InlineData("void M([System.ComponentModel.DefaultValue(1 > 2 ? 1 : 2)] int a) { }", 1, 2, "does not look there")]
    [InlineData("void M() { L(); void L(int a = 1 > 2 && 3 > 4 ? 1 : 2) { } }", 1, 3, "does not look there")]
    public async Task Known_differences_are_explained(string member, int? theirs, int ours, string reason)
    {
        var compilation = Compile([Parse($"partial class C {{ {member} }}")]);
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);

        var comparisons = await AnalyzerComparison.RunAsync(compilation, TestContext.Current.CancellationToken);

        var difference = Assert.Single(Assert.Single(comparisons, c => c.Rule == ReferenceAnalyzers.CyclomaticRule).Differences);
        Assert.Equal((theirs, ours), (difference.Theirs, difference.Ours));
        Assert.Contains(reason, Assert.Single(difference.Reasons), StringComparison.Ordinal);
    }

    private static SyntaxTree Parse(string text, string path = "") =>
        CSharpSyntaxTree.ParseText(text, Options, path, cancellationToken: TestContext.Current.CancellationToken);

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Compared",
        trees.Append(Parse(ImplicitUsings)),
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(f => !Path.GetFileName(f).StartsWith("AstRegistry", StringComparison.Ordinal))
            .Select(f => MetadataReference.CreateFromFile(f)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
}
