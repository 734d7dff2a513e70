using AstRegistry.Syntax;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Tests.Code;

/// <summary>Opens registries over C# text: walked, packed and read back.</summary>
internal static class SourceRegistry
{
    public static CodeRegistry Of(params string[] sources) => Of(AstRegistryDetail.Statements, sources);

    public static CodeRegistry Of(AstRegistryDetail detail, params string[] sources) => TestRegistry.Of(
        detail,
        [.. sources.Select((source, i) => SyntaxInventory.Read(
            CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)),
            new InventoryOptions(detail, $"Shop/File{i}.cs")))]);
}
