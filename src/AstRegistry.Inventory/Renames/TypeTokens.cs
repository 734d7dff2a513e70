using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Renames;

/// <summary>Hashes the types of a file in one pass over its tokens, so that nesting costs nothing.</summary>
internal static class TypeTokens
{
    /// <summary>The hashes of types that stand in document order; a name is replaced in its type and in the types nested in it.</summary>
    public static TokenHash[] Of(SyntaxNode root, List<SyntaxNode> types)
    {
        var hashes = new TokenHash[types.Count];
        var open = new Stack<(int Type, int End, TokenHash Hash)>();
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var next = 0;
        foreach (var item in root.DescendantNodesAndTokens(TokenHash.IsNoAttribute))
        {
            if (!item.IsToken && !IsNext(item.AsNode()!)) continue;
            if (item.FullSpan.IsEmpty) continue;
            while (open.Count > 0 && open.Peek().End <= item.FullSpan.Start) Close();
            if (!item.IsToken) Open();
            else if (open.Count > 0) Add(item.AsToken());
        }

        while (open.Count > 0) Close();
        for (var i = 0; i < hashes.Length; i++) hashes[i] ??= BodyTokens.Of(types[i]);
        return hashes;

        bool IsNext(SyntaxNode node)
        {
            while (next < types.Count && types[next] is CompilationUnitSyntax) next++;
            return next < types.Count && ReferenceEquals(types[next], node);
        }

        void Open()
        {
            Count(names, NameOf(types[next]), 1);
            open.Push((next, types[next].FullSpan.End, new TokenHash()));
            next++;
        }

        void Add(SyntaxToken token) =>
            open.Peek().Hash.Add(token, token.IsKind(SyntaxKind.IdentifierToken) && names.TryGetValue(token.ValueText, out var count) && count > 0);

        void Close()
        {
            var (type, _, hash) = open.Pop();
            Count(names, NameOf(types[type]), -1);
            hashes[type] = hash;
            if (open.Count > 0) open.Peek().Hash.Add(hash.Digest, hash.Count);
        }
    }

    private static void Count(Dictionary<string, int> names, string name, int change)
    {
        names.TryGetValue(name, out var count);
        names[name] = count + change;
    }

    private static string NameOf(SyntaxNode type) => type switch
    {
        BaseTypeDeclarationSyntax declaration => declaration.Identifier.ValueText,
        DelegateDeclarationSyntax @delegate => @delegate.Identifier.ValueText,
        _ => "",
    };
}
