using AstRegistry.Packing;

namespace AstRegistry.Identity;

/// <summary>
/// Gives every structural node of a member the weakest discriminator that is unique in the member.
/// </summary>
/// <remarks>
/// <para>An ordinal is what turns an insertion into a false identity. So a node that is unique by its kind and salient name is named by
/// those alone; when that uniqueness is lost it moves to a stronger discriminator, and its old id disappears instead of pointing at
/// another node. The levels, from weak to strong:</para>
/// <list type="number">
/// <item>salient name as it is stored, without literals: the discriminator is 0;</item>
/// <item>salient name in full;</item>
/// <item>head: the node's own tokens and those of its children, nested statements apart;</item>
/// <item>head, owner's head, and the roles from the node up to its owner (statements); head, role and parent (other nodes);</item>
/// <item>also the head of the previous sibling (statements); salient name and path from the owner (other nodes);</item>
/// <item>an ordinal, and the node is flagged ambiguous.</item>
/// </list>
/// <para>Statements and their like (<em>anchors</em>) are told apart within the member; all other structural nodes within their
/// <em>owner</em>, the nearest anchor above them, whose own claim enters their keys. An <c>else</c> and a <c>finally</c> take their
/// name from the statement they belong to. Only structural nodes compete, so ids do not depend on the detail level.</para>
/// <para>The discriminator is 16 bits of the level's key. Two nodes that claim the same 40 bits at one level both move on.</para>
/// </remarks>
internal sealed class DiscriminatorAssigner
{
    private const int OrdinalLevel = 5;

    /// <summary>
    /// How many ordinals a node tries. They run out only where tens of thousands of equal nodes have taken nearly all 16-bit values,
    /// and then a value is given twice rather than searched for without end.
    /// </summary>
    private const int MaxTries = 256;

    private readonly List<int> _anchors = [];
    private readonly List<int> _others = [];
    private readonly List<int> _slots = [];
    private readonly Dictionary<ulong, int> _counts = [];
    private readonly HashSet<ulong> _claims = [];
    private readonly List<(int Node, ulong Key, ulong Claim)> _candidates = [];

    /// <summary>Sets name, discriminator, claim and the ambiguous flag of every structural node of a member.</summary>
    public void Assign(MemberTree tree)
    {
        _anchors.Clear();
        _others.Clear();
        _slots.Clear();
        _claims.Clear();
        var nodes = tree.Nodes;
        for (var i = 1; i < tree.Count; i++)
        {
            ref var node = ref nodes[i];
            if (!NodeKinds.IsStructural(node.Kind)) continue;
            if (NodeKinds.IsSlot(node.Kind)) _slots.Add(i);
            else
            {
                node.Name = Salience.Of(node.Syntax).Name;
                node.Claim = Claim(LocalIds.SalientBits(node.Kind, StableHash.OfText(node.Name)), 0);
                (NodeKinds.IsAnchor(node.Kind) ? _anchors : _others).Add(i);
            }
        }

        CloseBySalientName(nodes);
        for (var level = 1; _anchors.Count > 0; level++) Close(tree, _anchors, level, ofAnchors: true);
        for (var level = 1; _others.Count > 0; level++) Close(tree, _others, level, ofAnchors: false);
        foreach (var slot in _slots) ClaimSlot(nodes, slot);
    }

    private void CloseBySalientName(MemberTree.Node[] nodes)
    {
        _counts.Clear();
        Count(nodes, _anchors);
        Count(nodes, _others);
        RemoveUnique(nodes, _anchors);
        RemoveUnique(nodes, _others);
    }

    private void Count(MemberTree.Node[] nodes, List<int> open)
    {
        foreach (var i in open)
        {
            _counts.TryGetValue(nodes[i].Claim, out var count);
            _counts[nodes[i].Claim] = count + 1;
        }
    }

    private void RemoveUnique(MemberTree.Node[] nodes, List<int> open)
    {
        var kept = 0;
        for (var o = 0; o < open.Count; o++)
        {
            var claim = nodes[open[o]].Claim;
            if (_counts[claim] == 1) _claims.Add(claim);
            else open[kept++] = open[o];
        }

        open.RemoveRange(kept, open.Count - kept);
    }

    /// <summary>Closes every open node whose key at this level is unique, and whose claim nobody else makes.</summary>
    private void Close(MemberTree tree, List<int> open, int level, bool ofAnchors)
    {
        var nodes = tree.Nodes;
        _candidates.Clear();
        _counts.Clear();
        foreach (var i in open)
        {
            var key = StableHash.Finish(ofAnchors ? AnchorKey(nodes, i, level) : OtherKey(nodes, i, level));
            _counts.TryGetValue(key, out var count);
            _counts[key] = count + 1;
            _candidates.Add((i, key, 0));
        }

        if (level >= OrdinalLevel)
        {
            CloseByOrdinal(nodes);
            open.Clear();
            return;
        }

        // Keys first, then claims: a claim is made only by a node whose key is unique, and only granted when it is made once.
        var unique = 0;
        for (var c = 0; c < _candidates.Count; c++)
        {
            var (node, key, _) = _candidates[c];
            if (_counts[key] == 1) _candidates[unique++] = (node, key, Claim(nodes[node].Claim >> 16, Fold(key)));
        }

        _counts.Clear();
        for (var c = 0; c < unique; c++)
        {
            _counts.TryGetValue(_candidates[c].Claim, out var count);
            _counts[_candidates[c].Claim] = count + 1;
        }

        for (var c = 0; c < unique; c++)
        {
            var (node, _, claim) = _candidates[c];
            if (_counts[claim] != 1 || !_claims.Add(claim)) continue;
            Grant(ref nodes[node], claim);
            if (!ofAnchors) InheritAmbiguity(nodes, node, nodes[node].Owner);
        }

        open.RemoveAll(i => (nodes[i].Claim & 0xFFFF) != 0);
    }

    private void CloseByOrdinal(MemberTree.Node[] nodes)
    {
        _counts.Clear();
        foreach (var (node, key, _) in _candidates)
        {
            _counts.TryGetValue(key, out var ordinal);
            var tries = 0;
            ulong claim;
            do
            {
                claim = Claim(nodes[node].Claim >> 16, Fold(StableHash.Finish(StableHash.Add(key, (ulong)ordinal++))));
            }
            while (!_claims.Add(claim) && ++tries < MaxTries);

            _counts[key] = ordinal;
            nodes[node].Flags |= NodeFlags.Ambiguous;
            Grant(ref nodes[node], claim);
        }
    }

    private void ClaimSlot(MemberTree.Node[] nodes, int slot)
    {
        ref var node = ref nodes[slot];
        var salient = LocalIds.SalientBits(node.Kind, nodes[node.Parent].Claim);
        var claim = Claim(salient, 0);
        for (ulong ordinal = 0; !_claims.Add(claim); ordinal++)
        {
            claim = Claim(salient, Fold(StableHash.Finish(StableHash.Add(nodes[node.Parent].Claim, ordinal))));
        }

        Grant(ref node, claim);
        InheritAmbiguity(nodes, slot, node.Parent);
    }

    /// <summary>A node that is told apart by an ambiguous one shifts with it.</summary>
    private static void InheritAmbiguity(MemberTree.Node[] nodes, int node, int from) => nodes[node].Flags |= nodes[from].Flags & NodeFlags.Ambiguous;

    private static void Grant(ref MemberTree.Node node, ulong claim)
    {
        node.Claim = claim;
        node.Discriminator = (ushort)claim;
    }

    private static ulong AnchorKey(MemberTree.Node[] nodes, int i, int level)
    {
        ref var node = ref nodes[i];
        var key = Start(node.Kind, level);
        if (level == 1) return AddSalience(key, nodes, i);
        key = StableHash.Add(key, node.Head);
        if (level == 2) return key;
        for (var current = i; current != node.Owner; current = nodes[current].Parent) key = StableHash.Add(key, (ulong)nodes[current].Role);
        if (node.Owner > 0) key = StableHash.Add(StableHash.Add(key, (ulong)nodes[node.Owner].Kind), nodes[node.Owner].Head);
        if (level == 3) return key;
        return StableHash.Add(key, node.PreviousSibling < 0 ? 0 : nodes[node.PreviousSibling].Head);
    }

    private static ulong OtherKey(MemberTree.Node[] nodes, int i, int level)
    {
        ref var node = ref nodes[i];
        var owner = node.Owner;
        var key = StableHash.Add(Start(node.Kind, level), owner > 0 ? nodes[owner].Claim : 0);
        switch (level)
        {
            case 1:
                return AddSalience(key, nodes, i);
            case 2:
                return StableHash.Add(key, node.Head);
            case 3:
                key = StableHash.Add(StableHash.Add(key, node.Head), (ulong)node.Role);
                if (node.Parent == owner) return key;
                return AddSalience(StableHash.Add(key, (ulong)nodes[node.Parent].Kind), nodes, node.Parent);
            default:
                key = AddSalience(key, nodes, i);
                for (var current = i; current != owner; current = nodes[current].Parent)
                {
                    key = StableHash.Add(StableHash.Add(key, (ulong)nodes[current].Role), (ulong)nodes[current].Index);
                }

                return key;
        }
    }

    private static ulong Start(int kind, int level) =>
        StableHash.Add(StableHash.Add(StableHash.Seed ^ NodeKinds.SchemeVersion, (ulong)kind), (ulong)level);

    private static ulong AddSalience(ulong key, MemberTree.Node[] nodes, int i)
    {
        // A switch arm is called by all the tokens of its pattern, which is its first child.
        if (nodes[i].Kind == (int)SyntaxNodeKind.SwitchExpressionArm && nodes[i + 1].Parent == i) return StableHash.Add(key, nodes[i + 1].Head);
        var salience = Salience.Of(nodes[i].Syntax);
        return StableHash.Add(StableHash.Add(key, salience.Kinds), StableHash.OfText(salience.Word.Text));
    }

    private static ulong Claim(ulong salientBits, ushort discriminator) => (salientBits << 16) | discriminator;

    /// <summary>16 bits of a key; never 0, which means that the salient name alone is unique.</summary>
    private static ushort Fold(ulong key) => (ushort)(key >> 48) is var bits && bits == 0 ? (ushort)1 : bits;
}
