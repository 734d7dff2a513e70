using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AstRegistry.Benchmarks.CodeBases;

/// <summary>The MSBuild properties that a project with the package hands to the compiler.</summary>
internal sealed class RegistryOptions(AstRegistryDetail detail) : AnalyzerConfigOptionsProvider
{
    private readonly Properties _global = new(new()
    {
        ["build_property.EnableAstRegistry"] = "true",
        ["build_property.AstRegistryDetail"] = detail.ToString(),
        ["build_property.AstRegistryVisibility"] = "public",
        ["build_property.RootNamespace"] = "Acme",
        ["build_property.ProjectDir"] = CodeBase.Folder,
    });

    public override AnalyzerConfigOptions GlobalOptions => _global;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _global;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _global;

    private sealed class Properties(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
