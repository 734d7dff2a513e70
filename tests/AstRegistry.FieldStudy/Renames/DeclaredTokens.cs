using AstRegistry.Locking;
using AstRegistry.Renames;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.FieldStudy.Renames;

/// <summary>The tokens of a file outside attributes, each with the innermost member and type that it belongs to.</summary>
internal sealed class DeclaredTokens
{
    private DeclaredTokens(int count)
    {
        Hashes = new ulong[count];
        IsTelling = new bool[count];
        Members = new LockKey?[count];
        Types = new LockKey?[count];
    }

    /// <summary>Hash of kind and text.</summary>
    public ulong[] Hashes { get; }

    /// <summary>Whether a token is an identifier or a literal, of which two that are equal say more than two commas.</summary>
    public bool[] IsTelling { get; }

    public LockKey?[] Members { get; }

    public LockKey?[] Types { get; }

    /// <summary>The text of each declaration, for people.</summary>
    public Dictionary<LockKey, string> Texts { get; } = [];

    public static DeclaredTokens Read(SyntaxTree tree)
    {
        var file = FileDeclarations.Read(tree, default);
        var syntax = new DeclarationSyntax();
        var table = SyntaxInventory.ReadWithSyntax(tree, new InventoryOptions(AstRegistryDetail.Members), syntax, default);
        var tokens = tree.GetRoot().DescendantTokens(n => !n.IsKind(SyntaxKind.AttributeList)).Where(t => t.Span.Length > 0).ToArray();
        var starts = Array.ConvertAll(tokens, t => t.SpanStart);
        var result = new DeclaredTokens(tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            result.Hashes[i] = AstRegistry.Identity.StableHash.Add((ulong)tokens[i].RawKind, AstRegistry.Identity.StableHash.OfText(tokens[i].Text));
            result.IsTelling[i] = tokens[i].RawKind >= (int)SyntaxKind.IdentifierToken || tokens[i].Parent.IsKind(SyntaxKind.PredefinedType);
        }

        for (var i = 0; i < file.Types.Count; i++) result.Mark(result.Types, new LockKey("type", file.Types[i].Key), syntax.Types[i], starts);
        var members = Enumerable.Range(0, table.Members.Count).Where(i => table.Members[i].Container < 0).Select(i => syntax.Members[i]).ToArray();
        for (var i = 0; i < file.Members.Count; i++) result.Mark(result.Members, file.Members[i].Key, members[i], starts);
        return result;
    }

    /// <summary>What begins later is further inside.</summary>
    private void Mark(LockKey?[] labels, LockKey key, SyntaxNode declaration, int[] starts)
    {
        Texts.TryAdd(key, declaration.ToString());
        var first = Array.BinarySearch(starts, declaration.SpanStart);
        if (first < 0) first = ~first;
        for (var i = first; i < starts.Length && starts[i] < declaration.Span.End; i++) labels[i] = key;
    }
}
