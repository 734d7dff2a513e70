using AstRegistry.Packing;

namespace AstRegistry.Code;

/// <summary>
/// The node table of a file whose registry records no nodes (<see cref="AstRegistryDetail.Members"/>): one node for the declaration of
/// each member and nested function, with the ids that they have at every detail.
/// </summary>
internal static class DeclarationNodes
{
    public static NodeTable Of(FileTable file)
    {
        var nodes = new NodeTable();
        for (var i = 0; i < file.Members.Count; i++)
        {
            // One node a member, so a container's row is its node's index.
            var row = file.Members[i];
            var flags = row.IsAmbiguous ? NodeFlags.Ambiguous : NodeFlags.None;
            nodes.Add(row.SyntaxKind, row.Container, i, row.Span, row.SalientName, row.Discriminator, flags);
        }

        return nodes;
    }
}
