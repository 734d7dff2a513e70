using AstRegistry.Identity;
using Microsoft.CodeAnalysis;

namespace AstRegistry.FieldStudy.Trees;

/// <summary>
/// The syntax of one member as arrays in preorder: node 0 is the member's declaration, the others are what ids are given to.
/// Missing and empty tokens and trivia are left out.
/// </summary>
internal sealed class MemberSyntax
{
    private readonly List<SyntaxNode> _nodes = [];
    private readonly List<int> _parents = [];
    private readonly List<int> _ends = [];
    private readonly List<int> _firstTokens = [];
    private readonly List<int> _tokenEnds = [];
    private readonly List<ulong> _tokens = [];
    private readonly List<int> _tokenOwners = [];

    public MemberSyntax(SyntaxNode declaration)
    {
        Add(declaration, -1);
        Nodes = [.. _nodes];
        Parent = [.. _parents];
        End = [.. _ends];
        FirstToken = [.. _firstTokens];
        TokenEnd = [.. _tokenEnds];
        Tokens = [.. _tokens];
        TokenOwner = [.. _tokenOwners];
        OwnTokens = new List<int>[Nodes.Length];
        for (var i = 0; i < Nodes.Length; i++) OwnTokens[i] = [];
        for (var t = 0; t < Tokens.Length; t++) OwnTokens[TokenOwner[t]].Add(t);
        SubtreeHash = new ulong[Nodes.Length];
        for (var i = Nodes.Length - 1; i >= 0; i--)
        {
            var hash = StableHash.Add(StableHash.Seed, (ulong)Nodes[i].RawKind);
            foreach (var t in OwnTokens[i]) hash = StableHash.Add(hash, Tokens[t]);
            foreach (var child in Children(i)) hash = StableHash.Add(hash, SubtreeHash[child]);
            SubtreeHash[i] = StableHash.Finish(hash);
        }
    }

    public int Count => Nodes.Length;

    public SyntaxNode[] Nodes { get; }

    public int[] Parent { get; }

    /// <summary>The index behind the last descendant.</summary>
    public int[] End { get; }

    /// <summary>Index of the first token of the subtree.</summary>
    public int[] FirstToken { get; }

    /// <summary>Index behind the last token of the subtree.</summary>
    public int[] TokenEnd { get; }

    /// <summary>Hash of kind and text of each token, in document order.</summary>
    public ulong[] Tokens { get; }

    /// <summary>The node each token stands in directly.</summary>
    public int[] TokenOwner { get; }

    /// <summary>The tokens that stand in a node directly.</summary>
    public List<int>[] OwnTokens { get; }

    /// <summary>Hash of kinds and tokens of the whole subtree.</summary>
    public ulong[] SubtreeHash { get; }

    public IEnumerable<int> Children(int node)
    {
        for (var child = node + 1; child < End[node]; child = End[child]) yield return child;
    }

    private void Add(SyntaxNode node, int parent)
    {
        var index = _nodes.Count;
        _nodes.Add(node);
        _parents.Add(parent);
        _ends.Add(0);
        _firstTokens.Add(_tokens.Count);
        _tokenEnds.Add(0);
        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } childNode)
            {
                Add(childNode, index);
                continue;
            }

            var token = child.AsToken();
            if (token.IsMissing || token.Span.Length == 0) continue;
            _tokens.Add(StableHash.Finish(StableHash.Add(StableHash.OfText(token.Text), (ulong)token.RawKind)));
            _tokenOwners.Add(index);
        }

        _ends[index] = _nodes.Count;
        _tokenEnds[index] = _tokens.Count;
    }
}
