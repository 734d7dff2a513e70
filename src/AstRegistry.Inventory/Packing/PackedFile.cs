namespace AstRegistry.Packing;

/// <summary>The packed form of one file in three parts, so that the later ones can be left out or left unread.</summary>
internal sealed class PackedFile(byte[] types, byte[] members, byte[] nodes, AstRegistryDetail detail = AstRegistryDetail.Types)
{
    /// <summary>The detail it was packed at.</summary>
    public AstRegistryDetail Detail { get; } = detail;

    /// <summary>The path and the types.</summary>
    public byte[] Types { get; } = types;

    /// <summary>The members; empty at <see cref="AstRegistryDetail.Types"/>.</summary>
    public byte[] Members { get; } = members;

    /// <summary>The nodes; empty below <see cref="AstRegistryDetail.Statements"/>.</summary>
    public byte[] Nodes { get; } = nodes;

    /// <summary>The parts as a reader takes them.</summary>
    public PackedSegments Segments => new(new(Types), new(Members), new(Nodes));
}
