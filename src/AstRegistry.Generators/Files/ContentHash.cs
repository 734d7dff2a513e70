using System.Buffers.Binary;
using AstRegistry.Identity;

namespace AstRegistry.Generators.Files;

/// <summary>Digests by which big models are compared, and equal file names ordered.</summary>
internal static class ContentHash
{
    /// <summary>Adds a run of bytes to a running hash.</summary>
    public static ulong Add(ulong hash, ReadOnlySpan<byte> bytes)
    {
        hash = StableHash.Add(hash, (ulong)bytes.Length);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes.Slice(sizeof(ulong)))
            hash = StableHash.Add(hash, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        ulong rest = 0;
        foreach (var value in bytes) rest = (rest << 8) | value;
        return StableHash.Add(hash, rest);
    }

    /// <summary>Adds a text to a running hash.</summary>
    public static ulong Add(ulong hash, string text) => StableHash.Add(hash, StableHash.OfText(text));
}
