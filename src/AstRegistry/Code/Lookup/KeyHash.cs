using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AstRegistry.Identity;

namespace AstRegistry.Code;

/// <summary>
/// The hash behind <see cref="KeyTable{T}"/>: two independent lanes of eight bytes, so that a key of 60 characters takes eight
/// multiplications. Lives in memory only, is never stored, and is not for keys that an attacker chooses.
/// </summary>
internal static class KeyHash
{
    private const ulong Multiplier = 0xD6E8FEB86659FD93;

    public static uint Of(ReadOnlySpan<char> key)
    {
        var bytes = MemoryMarshal.AsBytes(key);
        ref var start = ref MemoryMarshal.GetReference(bytes);
        var length = bytes.Length;
        var left = StableHash.Seed ^ (uint)length;
        var right = Multiplier;
        if (length < 16) return Fold(left, OfShort(key));
        var i = 0;
        for (; i <= length - 16; i += 16)
        {
            left = BitOperations.RotateLeft((left ^ Read(ref start, i)) * Multiplier, 29);
            right = BitOperations.RotateLeft((right ^ Read(ref start, i + 8)) * StableHash.Seed, 31);
        }

        // The last 16 bytes once more, overlapping, in place of a loop over the rest.
        left ^= Read(ref start, length - 16);
        right ^= Read(ref start, length - 8);
        return Fold(left, right);
    }

    private static ulong OfShort(ReadOnlySpan<char> key)
    {
        ulong hash = 0;
        foreach (var c in key) hash = (hash ^ c) * Multiplier;
        return hash;
    }

    private static uint Fold(ulong left, ulong right)
    {
        // Slots are told by the low bits of the result, which are the middle bits of the product: differences in the upper half must get below them.
        var mixed = left ^ BitOperations.RotateLeft(right, 32);
        return (uint)(((mixed ^ (mixed >> 32)) * Multiplier) >> 32);
    }

    private static ulong Read(ref byte start, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, offset));
}
