using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Generators.Settings;

/// <summary>What the compilation itself says about the project.</summary>
internal static class ProjectFacts
{
    /// <summary>The assembly name of the run-time library.</summary>
    public const string LibraryName = "AstRegistry";

    /// <summary>The assembly name.</summary>
    public static string AssemblyName(Compilation compilation, CancellationToken cancellation) => compilation.AssemblyName ?? "";

    /// <summary>Whether the language version knows nullable reference types.</summary>
    public static bool HasNullable(ParseOptions options, CancellationToken cancellation) =>
        options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp8 };

    /// <summary>
    /// Whether a reference is the run-time library under its plain name. Asked of the reference and not of a symbol, because looking
    /// up a type would bind every new compilation.
    /// </summary>
    public static bool IsLibrary(MetadataReference reference, CancellationToken cancellation) =>
        IsGlobal(reference) && reference switch
        {
            CompilationReference project => project.Compilation.AssemblyName == LibraryName,
            PortableExecutableReference { FilePath: { } path } => IsLibraryFile(path),
            _ => false,
        };

    /// <summary>Whether a reference's types can be named without an extern alias.</summary>
    public static bool IsGlobal(MetadataReference reference) =>
        reference.Properties.Aliases.IsDefaultOrEmpty || reference.Properties.Aliases.Contains(MetadataReferenceProperties.GlobalAlias);

    /// <summary>Whether generated code can name the library's types: the project references it, or is it.</summary>
    public static bool CanUseLibrary(string assemblyName, IEnumerable<bool> references) =>
        assemblyName == LibraryName || references.Contains(true);

    private static bool IsLibraryFile(string path) =>
        path.EndsWith(LibraryName + ".dll", StringComparison.OrdinalIgnoreCase)
        && (path.Length == LibraryName.Length + 4 || path[path.Length - LibraryName.Length - 5] is '/' or '\\');
}
