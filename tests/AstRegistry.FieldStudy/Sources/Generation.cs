using System.Diagnostics.CodeAnalysis;
using AstRegistry.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AstRegistry.FieldStudy.Sources;

/// <summary>Runs the generator over a compilation as the compiler would, with the properties that the package's targets pass.</summary>
internal static class Generation
{
    /// <summary>The compilation with the generated sources in it, and these sources by name.</summary>
    public static (Compilation Compilation, SortedDictionary<string, string> Sources) Run(CSharpCompilation compilation, SourceProject project, AstRegistryDetail detail, string projectDirectory)
    {
        var driver = Driver(project, detail, projectDirectory).RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var sources = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var result in driver.GetRunResult().Results)
        {
            if (result.Exception is not null) throw new InvalidOperationException("The generator threw.", result.Exception);
            foreach (var source in result.GeneratedSources) sources.Add(source.HintName, source.SourceText.ToString());
        }

        return (output, sources);
    }

    public static GeneratorDriver Driver(SourceProject project, AstRegistryDetail detail, string projectDirectory) => CSharpGeneratorDriver.Create(
        [new RegistryGenerator().AsSourceGenerator()],
        parseOptions: project.ParseOptions,
        optionsProvider: new Properties(new(StringComparer.OrdinalIgnoreCase)
        {
            ["build_property.EnableAstRegistry"] = "true",
            ["build_property.AstRegistryDetail"] = detail.ToString(),
            ["build_property.RootNamespace"] = project["RootNamespace"],
            ["build_property.ProjectDir"] = projectDirectory + "/",
        }));

    /// <summary>MSBuild properties as the generator sees them.</summary>
    private sealed class Properties(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values([]);

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
