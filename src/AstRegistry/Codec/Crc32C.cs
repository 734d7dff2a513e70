using System.Numerics;
using System.Runtime.InteropServices;

namespace AstRegistry.Codec;

/// <summary>The checksum of frames: CRC-32C (Castagnoli, as in iSCSI), for which processors have an instruction.</summary>
internal static class Crc32C
{
    /// <summary>The checksum of bytes that follow those of an earlier checksum; begin with 0.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var state = ~checksum;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words) state = BitOperations.Crc32C(state, BitConverter.IsLittleEndian ? word : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(word));
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..]) state = BitOperations.Crc32C(state, rest);
        return ~state;
    }
}
