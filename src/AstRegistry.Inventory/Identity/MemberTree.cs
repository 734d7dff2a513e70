using Microsoft.CodeAnalysis;

namespace AstRegistry.Identity;

/// <summary>
/// The syntax nodes of one member in preorder, as far as node ids need them. Filled by the walker, read by
/// <see cref="DiscriminatorAssigner"/>, and used again for the next member.
/// </summary>
internal sealed class MemberTree
{
    public Node[] Nodes { get; private set; } = new Node[256];

    public int Count { get; private set; }

    /// <summary>Forgets the nodes, and lets go of their syntax.</summary>
    public void Clear()
    {
        Array.Clear(Nodes, 0, Count);
        Count = 0;
    }

    /// <summary>Appends a node; the root is added first and has no parent.</summary>
    public int Add(SyntaxNode syntax, int kind, int parent, int function, int role, int index, int previousSibling)
    {
        if (Count == Nodes.Length)
        {
            var larger = new Node[Count * 2];
            Array.Copy(Nodes, larger, Count);
            Nodes = larger;
        }

        Nodes[Count] = new Node
        {
            Syntax = syntax,
            Kind = kind,
            Parent = parent,
            Owner = parent <= 0 || NodeKinds.IsAnchor(Nodes[parent].Kind) ? Math.Max(parent, 0) : Nodes[parent].Owner,
            Function = function,
            Role = role,
            Index = index,
            PreviousSibling = previousSibling,
            Name = "",
        };
        return Count++;
    }

    /// <summary>One syntax node of the member.</summary>
    internal struct Node
    {
        public SyntaxNode Syntax;
        public int Kind;
        public int Parent;

        /// <summary>The nearest anchor above the node, or the root.</summary>
        public int Owner;

        /// <summary>The member row of the innermost function.</summary>
        public int Function;

        /// <summary>
        /// Which property of its parent holds the node, told by how many of the parent's own tokens (separators and modifiers apart) stand
        /// before it.
        /// </summary>
        public int Role;

        /// <summary>The index among the parent's children of the same role.</summary>
        public int Index;

        /// <summary>The previous child of the same parent, or -1.</summary>
        public int PreviousSibling;

        /// <summary>Hash of kind, own tokens and children; statements and clauses below it apart.</summary>
        public ulong Head;

        public SourceSpan Span;
        public Packing.NodeFlags Flags;

        /// <summary>The salient name as stored. Set by the assigner for structural nodes, and for all when every node is recorded.</summary>
        public string Name;

        /// <summary>The stored discriminator. Set by the assigner.</summary>
        public ushort Discriminator;

        /// <summary>The upper 40 bits of the local id of a structural node. Set by the assigner.</summary>
        public ulong Claim;

        /// <summary>The row of the node, or of its nearest recorded ancestor. Set when the rows are added.</summary>
        public int Row;
    }
}
