using System.Runtime.InteropServices;

namespace AstRegistry.PostgreSql;

/// <summary>Cuts bytes into pieces that a row can hold well.</summary>
internal static class Chunks
{
    /// <summary>The most bytes of one piece.</summary>
    public const int Size = 256 << 10;

    /// <summary>The pieces in order; none of no bytes. Bytes that fit into one piece are not copied where they are a whole array.</summary>
    public static IEnumerable<byte[]> Of(ReadOnlyMemory<byte> bytes)
    {
        for (var start = 0; start < bytes.Length; start += Size) yield return ToArray(bytes.Slice(start, Math.Min(Size, bytes.Length - start)));
    }

    private static byte[] ToArray(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Array!.Length == bytes.Length ? segment.Array : bytes.ToArray();
}
