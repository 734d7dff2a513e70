using AstRegistry.FieldStudy.Trees;
using AstRegistry.Identity;
using AstRegistry.Packing;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;

namespace AstRegistry.FieldStudy.Schemes;

/// <summary>The product's ids of one member, brought into the order of the study's own tree.</summary>
/// <param name="MemberId">The upper half of the ids.</param>
/// <param name="Nodes">Both halves folded into one number.</param>
/// <param name="Rows">The row of each node in <paramref name="Table"/>.</param>
/// <param name="Table">The rows of the whole file.</param>
internal sealed record ProductMember(ulong MemberId, NodeIds Nodes, int[] Rows, NodeTable Table);

/// <summary>Reads the product's inventory at full detail and finds its rows for the study's trees.</summary>
internal sealed class ProductScheme
{
    private const string Project = "Study";
    private static readonly InventoryOptions Options = new(AstRegistryDetail.Nodes);
    private readonly Dictionary<SyntaxTree, FileIds> _files = [];

    /// <summary>Null where the product's rows are not the nodes of the tree; that is an error of one of the two.</summary>
    public ProductMember? Read(MemberSyntax tree)
    {
        var syntax = tree.Nodes[0].SyntaxTree;
        if (!_files.TryGetValue(syntax, out var file)) _files.Add(syntax, file = new FileIds(SyntaxInventory.Read(syntax, Options)));
        var nodes = file.Table.Nodes;
        if (!file.Roots.TryGetValue((tree.Nodes[0].RawKind, Start(tree.Nodes[0])), out var root)) return null;
        var rows = new int[tree.Count];
        var ids = new ulong[tree.Count];
        var levels = new byte[tree.Count];
        var memberId = file.MemberIds[root];
        for (var i = 0; i < tree.Count; i++)
        {
            var row = rows[i] = root + i;
            if (row >= nodes.Count || nodes.Kind[row] != tree.Nodes[i].RawKind) return null;
            if (tree.TokenEnd[i] > tree.FirstToken[i] && (nodes.Span[row].StartLine, nodes.Span[row].StartColumn) != Start(tree.Nodes[i])) return null;
            // A further declarator of a field begins a member of its own.
            if (nodes.Parent[row] < 0) memberId = file.MemberIds[row];
            ids[i] = StableHash.Add(StableHash.Add(StableHash.Seed, memberId), file.Locals[row]);
            levels[i] = (nodes.Flags[row] & NodeFlags.Ambiguous) != 0 ? NodeIds.Ambiguous : nodes.Discriminator[row] == 0 ? (byte)0 : (byte)1;
        }

        return new ProductMember(file.MemberIds[root], new NodeIds(ids, levels), rows, nodes);
    }

    private static (int Line, int Column) Start(SyntaxNode node)
    {
        var position = node.SyntaxTree.GetText().Lines.GetLinePosition(node.SpanStart);
        return (position.Line, position.Character);
    }

    /// <summary>What is computed once for a file.</summary>
    private sealed class FileIds
    {
        public FileIds(FileTable table)
        {
            Table = table;
            Locals = LocalIds.Compute(table.Nodes);
            var nodes = table.Nodes;
            for (var row = 0; row < nodes.Count; row++)
            {
                if (nodes.Parent[row] >= 0) continue;
                Roots.TryAdd((nodes.Kind[row], (nodes.Span[row].StartLine, nodes.Span[row].StartColumn)), row);
                var member = table.Members[nodes.Member[row]];
                MemberIds[row] = MemberHash.OfMember(Project, member.Kind, member.IsPartialDefinition,
                    CanonicalKey.OfMember(CanonicalKey.OfType(table.Types, member.Type), member)).Id;
            }
        }

        public FileTable Table { get; }

        public ulong[] Locals { get; }

        /// <summary>The row of a member's declaration by kind and start.</summary>
        public Dictionary<(int Kind, (int Line, int Column) Start), int> Roots { get; } = [];

        public Dictionary<int, ulong> MemberIds { get; } = [];
    }
}
