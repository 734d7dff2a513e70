using AstRegistry.Benchmarks.CodeBases;
using AstRegistry.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Benchmarks.Generators;

/// <summary>Makes the drivers that compilers and editors run generators in.</summary>
internal static class Drivers
{
    /// <summary>A driver of the registry's generator.</summary>
    public static GeneratorDriver OfRegistry(AstRegistryDetail detail, bool trackSteps = false) => Of(new RegistryGenerator(), detail, trackSteps);

    /// <summary>A driver of any generator.</summary>
    public static GeneratorDriver Of(IIncrementalGenerator generator, AstRegistryDetail detail = AstRegistryDetail.Statements, bool trackSteps = false) =>
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: CodeBase.ParseOptions,
            optionsProvider: new RegistryOptions(detail),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    /// <summary>A compilation with the registry's sources added.</summary>
    public static CSharpCompilation AddRegistry(CSharpCompilation compilation, AstRegistryDetail detail)
    {
        OfRegistry(detail).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        return (CSharpCompilation)updated;
    }
}
