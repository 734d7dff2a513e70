using AstRegistry.Generators.Names;
using AstRegistry.Packing;

namespace AstRegistry.Generators.Buckets;

/// <summary>How much data there is, in bytes before it becomes text.</summary>
/// <param name="Types">The segments of types, with what the inventory says of them.</param>
/// <param name="Members">The segments of members, with what the index of ids says of them.</param>
/// <param name="Nodes">The segments of syntax nodes.</param>
internal readonly record struct DataSizes(long Types, long Members, long Nodes)
{
    private const int BitsPerCharacter = 15;

    // What a type costs in the inventory besides the characters of its key, and an id in the index: upper bounds.
    private const int BytesPerType = 4;
    private const int BytesPerId = 3;

    /// <summary>What one file adds.</summary>
    public static DataSizes Of(PackedFile data, FileNames names) => new(
        data.Types.Length + (names.Types.Count * (BytesPerType + BytesPerId)) + KeyLength(names.Types.AsSpan()),
        data.Members.Length + (names.Members.Count * BytesPerId),
        data.Nodes.Length);

    /// <summary>The sizes of both.</summary>
    public static DataSizes operator +(DataSizes left, DataSizes right) =>
        new(left.Types + right.Types, left.Members + right.Members, left.Nodes + right.Nodes);

    /// <summary>The length of the text that holds everything up to a detail.</summary>
    public long CharactersAt(AstRegistryDetail detail)
    {
        var bytes = Types;
        if (detail >= AstRegistryDetail.Members) bytes += Members;
        if (detail >= AstRegistryDetail.Statements) bytes += Nodes;
        return bytes * 8 / BitsPerCharacter;
    }

    private static int KeyLength(ReadOnlySpan<TypeName> types)
    {
        var length = 0;
        foreach (var type in types) length += type.Key.Length;
        return length;
    }
}
