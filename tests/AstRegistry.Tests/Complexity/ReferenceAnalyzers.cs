using System.Collections.Immutable;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Tests.Complexity;

/// <summary>
/// The analyzers whose definitions ours are: CA1502 of the .NET analyzers for cyclomatic and S3776 of SonarAnalyzer.CSharp for cognitive
/// complexity. With their thresholds at 0 they tell the complexity of every member in their messages.
/// </summary>
internal static partial class ReferenceAnalyzers
{
    public const string CyclomaticRule = "CA1502";
    public const string CognitiveRule = "S3776";

    private const string SonarSettings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <AnalysisInput><Rules><Rule><Key>S3776</Key><Parameters>
          <Parameter><Key>threshold</Key><Value>0</Value></Parameter>
          <Parameter><Key>propertyThreshold</Key><Value>0</Value></Parameter>
        </Parameters></Rule></Rules></AnalysisInput>
        """;

    private static readonly DiagnosticAnalyzer[] Analyzers =
    [
        Load("Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeQuality.Analyzers.Maintainability.CodeMetrics.CodeMetricsAnalyzer"),
        Load("SonarAnalyzer.CSharp.dll", "SonarAnalyzer.CSharp.Rules.CognitiveComplexity"),
    ];

    /// <summary>What both analyzers say of a compilation, a suppressed finding included.</summary>
    public static async Task<List<(string Rule, Location Location, int Complexity)>> MeasureAsync(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        var options = compilation.Options.WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic>
        {
            [CyclomaticRule] = ReportDiagnostic.Warn,
            [CognitiveRule] = ReportDiagnostic.Warn,
        });
        var settings = ImmutableArray.Create<AdditionalText>(
            new Setting("CodeMetricsConfig.txt", CyclomaticRule + ": 0"), new Setting("SonarLint.xml", SonarSettings));
        var run = compilation.WithOptions(options).WithAnalyzers(
            [.. Analyzers],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(settings),
                (failure, analyzer, _) => throw new InvalidOperationException($"{analyzer} failed.", failure),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false,
                reportSuppressedDiagnostics: true));

        var measured = new List<(string, Location, int)>();
        foreach (var diagnostic in await run.GetAnalyzerDiagnosticsAsync(cancellationToken))
        {
            var message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
            if (diagnostic.Id == CyclomaticRule) measured.Add((CyclomaticRule, diagnostic.Location, NumberIn(CyclomaticMessage(), message)));
            else if (diagnostic.Id == CognitiveRule) measured.Add((CognitiveRule, diagnostic.Location, NumberIn(CognitiveMessage(), message)));
            else if (diagnostic.Id == "AD0001") throw new InvalidOperationException(message);
        }

        return measured;
    }

    private static int NumberIn(Regex pattern, string message)
    {
        var match = pattern.Match(message);
        return match.Success
            ? int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"An analyzer words its message in a new way: {message}");
    }

    [GeneratedRegex("has a cyclomatic complexity of '([0-9]+)'")]
    private static partial Regex CyclomaticMessage();

    [GeneratedRegex("Cognitive Complexity from ([0-9]+) to")]
    private static partial Regex CognitiveMessage();

    private static DiagnosticAnalyzer Load(string file, string type)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "ReferenceAnalyzers", file);
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        return (DiagnosticAnalyzer)Activator.CreateInstance(assembly.GetType(type, throwOnError: true)!)!;
    }

    private sealed class Setting(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, System.Text.Encoding.UTF8);
    }
}
