using Microsoft.CodeAnalysis.Diagnostics;

namespace AstRegistry.Generators.Settings;

/// <summary>The MSBuild properties the package makes visible, as the project wrote them; empty where it did not.</summary>
internal sealed record BuildProperties(
    bool IsEnabled,
    string Detail,
    string Namespace,
    string Visibility,
    string Export,
    bool IncludePaths,
    string LockFile,
    string Root,
    string RootNamespace,
    string ProjectDirectory)
{
    /// <summary>Reads the properties. The registry is on only where the package's targets, or the project itself, say so.</summary>
    public static BuildProperties Read(AnalyzerConfigOptionsProvider provider, CancellationToken cancellation)
    {
        var options = provider.GlobalOptions;
        return new(
            IsTrue(Value("EnableAstRegistry")),
            Value("AstRegistryDetail"),
            Value("AstRegistryNamespace"),
            Value("AstRegistryVisibility"),
            Value("AstRegistryExport"),
            IsTrue(Value("AstRegistryIncludePaths")),
            Value("AstRegistryLockFile"),
            Value("AstRegistryRoot"),
            Value("RootNamespace"),
            Value("ProjectDir"));

        string Value(string name) => options.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";
    }

    private static bool IsTrue(string value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
