using AstRegistry.Packing;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Tests.Code;

/// <summary>Opens registries over C# text: walked, packed and read back.</summary>
internal static class SourceRegistry
{
    public static CodeRegistry Of(params string[] sources) => Of(AstRegistryDetail.Statements, sources);

    public static CodeRegistry Of(AstRegistryDetail detail, params string[] sources) =>
        TestRegistry.Of(detail, [.. sources.Select((source, i) => Read(source, detail, $"Shop/File{i}.cs"))]);

    public static FileTable Read(string source, AstRegistryDetail detail = AstRegistryDetail.Statements, string path = "") =>
        SyntaxInventory.Read(CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)), new InventoryOptions(detail, path));
}
