using AstRegistry.Generators.Files;
using AstRegistry.Generators.Settings;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Benchmarks.Generators;

/// <summary>A generator that only adds a constant source: what the driver itself costs.</summary>
internal sealed class ConstantSourceGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.ParseOptionsProvider, static (output, _) => output.AddSource("Constant.g.cs", "internal static class Constant;"));
}

/// <summary>The walk of the registry's generator, packing included, without any output.</summary>
internal sealed class WalkOnlyGenerator(AstRegistryDetail detail) : IIncrementalGenerator
{
    private readonly FileReader _reader = new(SyntaxInventory.Read);
    private readonly RegistrySettings _settings = WalkSettings.Of(detail);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.CompilationProvider
            .SelectMany(static (compilation, _) => compilation.SyntaxTrees)
            .Select((tree, cancellation) => _reader.Read(tree, _settings, cancellation));
        context.RegisterSourceOutput(files, static (_, _) => { });
    }
}

/// <summary>The trap: the same walk inside the step that lists the trees, so that every edit walks all of them.</summary>
internal sealed class WalkAllGenerator(AstRegistryDetail detail) : IIncrementalGenerator
{
    private readonly FileReader _reader = new(SyntaxInventory.Read);
    private readonly RegistrySettings _settings = WalkSettings.Of(detail);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.CompilationProvider
            .SelectMany((compilation, cancellation) => compilation.SyntaxTrees.Select(tree => _reader.Read(tree, _settings, cancellation)));
        context.RegisterSourceOutput(files, static (_, _) => { });
    }
}

/// <summary>The settings under which the baselines walk.</summary>
internal static class WalkSettings
{
    public static RegistrySettings Of(AstRegistryDetail detail) =>
        new("Acme", "Acme", IsPublic: true, IsExported: true, detail, CodeBases.CodeBase.Folder, PathRoot: "", LockFile: "", HasNullable: true, Notices: default);
}
