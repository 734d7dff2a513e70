using AstRegistry.Packing;

namespace AstRegistry.Identity;

/// <summary>
/// The local halves of node ids, computed from what a node's row holds. The inventory decides discriminators with the same functions,
/// so an id read at run time is the id that was decided at compile time.
/// </summary>
internal static class LocalIds
{
    private const int SalientShift = 40;
    private const int DiscriminatorShift = 24;
    private const ulong BelowMask = (1UL << DiscriminatorShift) - 1;

    /// <summary>The 24 bits of (kind, salient name); never 0, because a local part of 0 means the member itself.</summary>
    public static ulong SalientBits(int kind, ulong nameHash)
    {
        var hash = StableHash.Add(StableHash.Add(StableHash.Seed ^ NodeKinds.SchemeVersion, (ulong)kind), nameHash);
        var bits = StableHash.Finish(hash) >> SalientShift;
        return bits == 0 ? 1 : bits;
    }

    /// <summary>The local part of a structural node.</summary>
    public static ulong Structural(int kind, string name, ushort discriminator) =>
        Structural(SalientBits(kind, StableHash.OfText(name)), discriminator);

    private static ulong Structural(ulong salientBits, ushort discriminator) =>
        (salientBits << SalientShift) | ((ulong)discriminator << DiscriminatorShift);

    /// <summary>The local part of the node that declares a nested function.</summary>
    public static ulong OfNestedFunction(MemberRow row) => Structural(row.SyntaxKind, row.SalientName, row.Discriminator);

    /// <summary>
    /// The local part of every row of a file, 0 for roots. A node that is not structural is addressed from its nearest structural
    /// ancestor by kind, salient name, its parent's salient name, and an ordinal among equals. Linear in the number of nodes.
    /// </summary>
    public static ulong[] Compute(NodeTable nodes)
    {
        var locals = new ulong[nodes.Count];
        Dictionary<(int Anchor, ulong Key), int>? equals = null;
        HashSet<(int Anchor, ulong Bits)>? taken = null;
        var anchors = new int[nodes.Count];
        for (var i = 0; i < nodes.Count; i++)
        {
            var parent = nodes.Parent[i];
            var kind = nodes.Kind[i];
            if (parent < 0)
            {
                anchors[i] = i;
                continue;
            }

            if (NodeKinds.IsStructural(kind))
            {
                anchors[i] = i;
                locals[i] = NodeKinds.IsSlot(kind)
                    ? Structural(SalientBits(kind, locals[parent] >> DiscriminatorShift), nodes.Discriminator[i])
                    : Structural(kind, nodes.Name[i], nodes.Discriminator[i]);
                continue;
            }

            var anchor = anchors[i] = anchors[parent];
            var key = StableHash.Add(StableHash.Seed ^ NodeKinds.SchemeVersion, (ulong)kind);
            key = StableHash.Add(key, StableHash.OfText(nodes.Name[i]));
            key = StableHash.Add(key, parent == anchor ? 0 : StableHash.OfText(nodes.Name[parent]));
            equals ??= [];
            taken ??= [];
            equals.TryGetValue((anchor, key), out var ordinal);
            ulong below;
            do
            {
                // A chance collision takes the next ordinal, as an equal node would.
                below = StableHash.Finish(StableHash.Add(key, (ulong)ordinal++)) & BelowMask;
            }
            while (below == 0 || !taken.Add((anchor, below)));

            equals[(anchor, key)] = ordinal;
            locals[i] = (locals[anchor] & ~BelowMask) | below;
        }

        return locals;
    }
}
