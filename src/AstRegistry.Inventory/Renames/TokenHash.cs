using AstRegistry.Identity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Renames;

/// <summary>A running hash over the kinds and texts of tokens. Trivia, missing and empty tokens do not enter.</summary>
internal sealed class TokenHash
{
    private const ulong OwnName = 1;

    private ulong _hash = StableHash.Seed;

    /// <summary>The number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>The hash of the tokens so far.</summary>
    public ulong Digest => StableHash.Finish(_hash);

    /// <summary>Adds a token, in which a name of the declaration itself is replaced.</summary>
    public void Add(SyntaxToken token, bool isOwnName)
    {
        if (token.Span.IsEmpty) return;
        Add(isOwnName ? OwnName : StableHash.Add((ulong)token.RawKind, StableHash.OfText(token.Text)), 1);
    }

    /// <summary>Adds a stretch of tokens that was hashed apart.</summary>
    public void Add(ulong digest, int count)
    {
        _hash = StableHash.Add(_hash, digest);
        Count += count;
    }

    /// <summary>One hash of stretches whose order says nothing.</summary>
    public static TokenHash Together(List<TokenHash> stretches)
    {
        if (stretches.Count == 1) return stretches[0];
        stretches.Sort(static (left, right) => left.Digest.CompareTo(right.Digest));
        var together = new TokenHash();
        foreach (var stretch in stretches) together.Add(stretch.Digest, stretch.Count);
        return together;
    }

    /// <summary>Adds all tokens of a node outside attributes.</summary>
    public void AddAll(SyntaxNode node, string ownName)
    {
        foreach (var token in node.DescendantTokens(IsNoAttribute)) Add(token, token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == ownName);
    }

    /// <summary>Whether the tokens of a node enter digests.</summary>
    public static bool IsNoAttribute(SyntaxNode node) => !node.IsKind(SyntaxKind.AttributeList);
}
