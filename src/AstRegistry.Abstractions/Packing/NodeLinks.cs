namespace AstRegistry.Packing;

/// <summary>How the node rows of a file hang on its member rows.</summary>
internal static class NodeLinks
{
    /// <summary>
    /// Whether the rows are, member after member, one tree each in preorder; every root repeats its member's row; every node that changes
    /// the member repeats the row of the next nested function; and every other node belongs to its parent's member.
    /// </summary>
    public static bool Agrees(FileTable table)
    {
        var nodes = table.Nodes;
        var member = -1;
        var next = 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            var parent = nodes.Parent[i];
            if (parent < 0)
            {
                do member++;
                while (member < table.Members.Count && table.Members[member].IsNested);
                if (parent != -1 || member == table.Members.Count || nodes.Member[i] != member || !IsRoot(nodes, i, table.Members[member])) return false;
                next = member + 1;
                continue;
            }

            if (parent >= i || !IsOpen(nodes, parent, i - 1)) return false;
            if (nodes.Member[i] == nodes.Member[parent]) continue;
            if (nodes.Member[i] != next || next >= table.Members.Count || !IsDeclaration(nodes, i, table.Members[next])) return false;
            next++;
        }

        do member++;
        while (member < table.Members.Count && table.Members[member].IsNested);
        return member >= table.Members.Count;
    }

    /// <summary>Whether a node is the row before or one of its ancestors, so that the next row can be its child.</summary>
    private static bool IsOpen(NodeTable nodes, int node, int before)
    {
        while (before > node) before = nodes.Parent[before];
        return before == node;
    }

    private static bool IsRoot(NodeTable nodes, int node, MemberRow row) =>
        nodes.Kind[node] == row.SyntaxKind && nodes.Span[node] == row.Span && nodes.Name[node].Length == 0
        && nodes.Discriminator[node] == 0 && nodes.Flags[node] == NodeFlags.None;

    private static bool IsDeclaration(NodeTable nodes, int node, MemberRow row) =>
        row.IsNested && nodes.Kind[node] == row.SyntaxKind && nodes.Span[node] == row.Span && nodes.Name[node] == row.SalientName
        && nodes.Discriminator[node] == row.Discriminator && nodes.Flags[node] == (row.IsAmbiguous ? NodeFlags.Ambiguous : NodeFlags.None);
}
