using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AstRegistry.Identity;

namespace AstRegistry.Code;

/// <summary>
/// The hash behind <see cref="KeyTable{T}"/>: four independent lanes of eight bytes, so that the processor multiplies them at once. Lives
/// in memory only, is never stored, and is not for keys that an attacker chooses.
/// </summary>
internal static class KeyHash
{
    private const int Block = 4 * sizeof(ulong);
    private const ulong Multiplier = 0xD6E8FEB86659FD93;

    public static uint Of(ReadOnlySpan<char> key)
    {
        ref var start = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(key));
        var length = key.Length * sizeof(char);
        var a = StableHash.Seed ^ (uint)length;
        ulong b = 1, c = 2, d = 3;
        if (length < Block) return Fold(a, OfShort(key), c, d);

        // The last block overlaps the one before it, in place of a loop over the rest.
        for (var i = 0; ; i = Math.Min(i + Block, length - Block))
        {
            a = Mix(a, Read(ref start, i));
            b = Mix(b, Read(ref start, i + 8));
            c = Mix(c, Read(ref start, i + 16));
            d = Mix(d, Read(ref start, i + 24));
            if (i == length - Block) return Fold(a, b, c, d);
        }
    }

    private static ulong OfShort(ReadOnlySpan<char> key)
    {
        ulong hash = 0;
        foreach (var character in key) hash = (hash ^ character) * Multiplier;
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong lane, ulong word) => BitOperations.RotateLeft((lane ^ word) * Multiplier, 29);

    private static uint Fold(ulong a, ulong b, ulong c, ulong d)
    {
        // Slots are told by the low bits of the result, which are the middle bits of the product: what differs only in its upper half must
        // get below them first.
        var mixed = a ^ BitOperations.RotateLeft(b, 16) ^ BitOperations.RotateLeft(c, 32) ^ BitOperations.RotateLeft(d, 48);
        return (uint)(((mixed ^ (mixed >> 32)) * Multiplier) >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ref byte start, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, offset));
}
