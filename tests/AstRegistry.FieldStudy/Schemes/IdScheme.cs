using AstRegistry.FieldStudy.Trees;
using AstRegistry.Identity;

namespace AstRegistry.FieldStudy.Schemes;

/// <summary>The ids of one member's nodes by preorder index (that of the member itself unused), with the level each closed at and its head where a scheme has them.</summary>
internal sealed record NodeIds(ulong[] Ids, byte[]? Levels = null, ulong[]? Heads = null)
{
    /// <summary>The level of nodes that only an ordinal tells apart.</summary>
    public const byte Ambiguous = 4;

    /// <summary>The level of nodes that are addressed from another node.</summary>
    public const byte Slot = 5;
}

/// <summary>A way to give ids to the nodes of a member.</summary>
internal sealed record IdScheme(string Name, Func<MemberSyntax, NodeIds> Assign)
{
    /// <summary>The schemes of the design's table, in its order.</summary>
    public static IdScheme[] Table { get; } =
    [
        new("preorder index", PreorderIndex),
        new("child-index path", ChildIndexPath),
        new("kind + ordinal path", tree => OrdinalPath(tree, i => (ulong)tree.Nodes[i].RawKind)),
        new("kind + salient name + ordinal path", tree => OrdinalPath(tree, i =>
            StableHash.Add((ulong)tree.Nodes[i].RawKind, StableHash.OfText(SalientName.Of(tree.Nodes[i]))))),
        new("subtree hash + ordinal", SubtreeHash),
        new("escalating, 64 bits (reference)", EscalatingScheme.Assign),
    ];

    private static NodeIds PreorderIndex(MemberSyntax tree) => new([.. Enumerable.Range(0, tree.Count).Select(i => (ulong)i)]);

    private static NodeIds ChildIndexPath(MemberSyntax tree)
    {
        var ids = new ulong[tree.Count];
        for (var i = 0; i < tree.Count; i++)
        {
            ulong index = 0;
            foreach (var child in tree.Children(i)) ids[child] = StableHash.Add(ids[i], ++index);
        }

        return new NodeIds(ids);
    }

    /// <summary>The path of (label, ordinal among siblings with the same label).</summary>
    private static NodeIds OrdinalPath(MemberSyntax tree, Func<int, ulong> label)
    {
        var ids = new ulong[tree.Count];
        var seen = new Dictionary<ulong, ulong>();
        for (var i = 0; i < tree.Count; i++)
        {
            seen.Clear();
            foreach (var child in tree.Children(i))
            {
                var own = label(child);
                var ordinal = seen[own] = seen.GetValueOrDefault(own) + 1;
                ids[child] = StableHash.Add(StableHash.Add(ids[i], own), ordinal);
            }
        }

        return new NodeIds(ids);
    }

    private static NodeIds SubtreeHash(MemberSyntax tree)
    {
        var ids = new ulong[tree.Count];
        var seen = new Dictionary<ulong, ulong>();
        for (var i = 1; i < tree.Count; i++)
        {
            var hash = tree.SubtreeHash[i];
            ids[i] = StableHash.Add(hash, seen[hash] = seen.GetValueOrDefault(hash) + 1);
        }

        return new NodeIds(ids);
    }
}
