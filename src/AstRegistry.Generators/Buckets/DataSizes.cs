namespace AstRegistry.Generators.Buckets;

/// <summary>How much data there is, in bytes before it becomes text.</summary>
/// <param name="Types">The segments of types, with what the inventory says of them.</param>
/// <param name="Members">The segments of members, with what the index of ids says of them.</param>
/// <param name="Nodes">The segments of syntax nodes.</param>
internal readonly record struct DataSizes(long Types, long Members, long Nodes)
{
    private const int BitsPerCharacter = 15;

    /// <summary>The length of the text that holds everything up to a detail.</summary>
    public long CharactersAt(AstRegistryDetail detail)
    {
        var bytes = Types;
        if (detail >= AstRegistryDetail.Members) bytes += Members;
        if (detail >= AstRegistryDetail.Statements) bytes += Nodes;
        return bytes * 8 / BitsPerCharacter;
    }
}
