using AstRegistry.Identity;
using AstRegistry.Packing;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Tests.Syntax;

/// <summary>The inventory of a piece of source text, and what tests ask of it.</summary>
internal static class TestInventory
{
    private static readonly CSharpParseOptions Preview = new(LanguageVersion.Preview);

    public static SyntaxTree Parse(string source, string path = "File.cs") => CSharpSyntaxTree.ParseText(source, Preview, path);

    public static FileTable Read(string source, AstRegistryDetail detail = AstRegistryDetail.Statements, string path = "File.cs") =>
        Read(Parse(source, path), detail);

    public static FileTable Read(SyntaxTree tree, AstRegistryDetail detail = AstRegistryDetail.Statements) =>
        SyntaxInventory.Read(tree, new InventoryOptions(detail));

    /// <summary>The inventory of one class with these members.</summary>
    public static FileTable ReadMembers(string members, AstRegistryDetail detail = AstRegistryDetail.Statements) =>
        Read("class C\n{\n" + members + "\n}\n", detail);

    /// <summary>The one member of that name.</summary>
    public static MemberRow Member(this FileTable table, string name) => table.Members.Single(m => m.Name == name);

    /// <summary>The keys of all members that are not nested, in document order, without their types'.</summary>
    public static string[] LocalKeys(this FileTable table) => [.. table.Members.Where(m => !m.IsNested).Select(CanonicalKey.LocalPart)];

    /// <summary>The full key of a member that is not nested.</summary>
    public static string KeyOf(this FileTable table, MemberRow member) =>
        CanonicalKey.OfMember(CanonicalKey.OfType(table.Types, member.Type), member);

    /// <summary>The id of a member that is not nested.</summary>
    public static ulong IdOf(this FileTable table, MemberRow member) =>
        MemberHash.OfMember("Tests", member.Kind, member.IsPartialDefinition, table.KeyOf(member)).Id;

    /// <summary>The id of every node, in the order of the rows.</summary>
    public static NodeId[] NodeIds(this FileTable table)
    {
        var nodes = table.Nodes;
        var locals = LocalIds.Compute(nodes);
        var ids = new NodeId[nodes.Count];
        ulong root = 0;
        for (var i = 0; i < ids.Length; i++)
        {
            if (nodes.Parent[i] < 0) root = table.IdOf(table.Members[nodes.Member[i]]);
            ids[i] = new NodeId(root, locals[i]);
        }

        return ids;
    }
}
