using System.Numerics;
using AstRegistry.Identity;
using AstRegistry.Packing;

namespace AstRegistry.Code;

/// <summary>The decoded nodes of one file in preorder, with an open-addressing table from local ids to nodes.</summary>
internal sealed class LoadedNodes
{
    private readonly LoadedNode[] _nodes;
    private readonly (int Node, int End)[] _declarations;
    private readonly int[] _slots;

    public LoadedNodes(LoadedFile file, NodeTable table)
    {
        File = file;
        _nodes = Load(table);
        _declarations = ListDeclarations(_nodes, file.MemberIds.Length);
        _slots = IndexLocals();
    }

    public LoadedFile File { get; }

    public ref readonly LoadedNode this[int node] => ref _nodes[node];

    /// <summary>The node that declares a member or nested function, or -1 when none is recorded.</summary>
    public int DeclarationOf(int member) => _declarations[member].Node;

    public NodeId IdOf(int node) => new(File.MemberIds[_nodes[node].Member].Member, _nodes[node].Local);

    /// <summary>The node with a local id below a member that is not nested, or -1.</summary>
    public int Find(int member, ulong local)
    {
        var (root, end) = _declarations[member];
        if (local == 0 || root < 0) return root;
        for (var slot = SlotOf(root, local); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            var node = _slots[slot] - 1;
            if (node < 0) return -1;
            if (_nodes[node].Local == local && node > root && node < end) return node;
        }
    }

    private static LoadedNode[] Load(NodeTable table)
    {
        var nodes = new LoadedNode[table.Count];
        var locals = LocalIds.Compute(table);
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            ref var node = ref nodes[i];
            node.Local = locals[i];
            node.Span = table.Span[i];
            node.Name = table.Name[i];
            node.Parent = table.Parent[i];
            node.Member = table.Member[i];
            node.Kind = table.Kind[i];
            node.Flags = table.Flags[i];
            // Children come after their parent, so walking backwards every end is final when its parent needs it.
            if (node.End == 0) node.End = i + 1;
            if (node.Parent >= 0 && nodes[node.Parent].End < node.End) nodes[node.Parent].End = node.End;
        }

        return nodes;
    }

    private static (int Node, int End)[] ListDeclarations(LoadedNode[] nodes, int members)
    {
        // The first node that belongs to a member is the one that declares it.
        var declarations = new (int Node, int End)[members];
        Array.Fill(declarations, (-1, -1));
        for (var i = nodes.Length - 1; i >= 0; i--) declarations[nodes[i].Member] = (i, nodes[i].End);
        return declarations;
    }

    private int[] IndexLocals()
    {
        var slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, _nodes.Length + (_nodes.Length / 2)))];
        var root = 0;
        for (var node = 0; node < _nodes.Length; node++)
        {
            if (_nodes[node].Parent < 0)
            {
                root = node;
                continue;
            }

            var slot = SlotOf(root, _nodes[node].Local, slots.Length);
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = node + 1;
        }

        return slots;
    }

    private int SlotOf(int root, ulong local) => SlotOf(root, local, _slots.Length);

    private static int SlotOf(int root, ulong local, int slots) =>
        (int)(((local + (uint)root) * StableHash.Seed) >> 32) & (slots - 1);
}

/// <summary>One decoded node.</summary>
internal struct LoadedNode
{
    public ulong Local;
    public string Name;
    public SourceSpan Span;

    /// <summary>Index of the parent, or -1 for the declaration of a member that is not nested.</summary>
    public int Parent;

    /// <summary>Index behind the last descendant.</summary>
    public int End;

    /// <summary>Row of the innermost member or nested function.</summary>
    public int Member;

    public ushort Kind;
    public NodeFlags Flags;
}
