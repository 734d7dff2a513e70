using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AstRegistry.Identity;

namespace AstRegistry.Code;

/// <summary>
/// The hash behind <see cref="KeyTable{T}"/>: four lanes of eight bytes at once, each step of a lane reversible, so that no character is
/// lost on the way. Lives in memory only, is never stored, and is not for keys that an attacker chooses.
/// </summary>
internal static class KeyHash
{
    private const int Block = 4 * sizeof(ulong);
    private const ulong Multiplier = 0xD6E8FEB86659FD93;

    public static uint Of(ReadOnlySpan<char> key)
    {
        ref var start = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(key));
        var length = key.Length * sizeof(char);
        if (length < Block) return Fold(OfShort(key), (uint)length, 0, 0);
        var lanes = Vector256.Create(StableHash.Seed ^ (uint)length, 1, 2, 3);

        // The last block overlaps the one before it, in place of a loop over the rest.
        var last = (nuint)(length - Block);
        for (nuint i = 0; i < last; i += Block) lanes = Mix(lanes, Vector256.LoadUnsafe(ref start, i));
        lanes = Mix(lanes, Vector256.LoadUnsafe(ref start, last));
        return Fold(lanes[0], lanes[1], lanes[2], lanes[3]);
    }

    private static ulong OfShort(ReadOnlySpan<char> key)
    {
        ulong hash = 0;
        foreach (var character in key) hash = (hash ^ character) * Multiplier;
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Mix(Vector256<ulong> lanes, Vector256<byte> block)
    {
        // Shifts and additions, because processors multiply 64-bit lanes slowly or not at all.
        lanes ^= block.AsUInt64();
        lanes += lanes << 27;
        return lanes ^ (lanes >>> 23);
    }

    private static uint Fold(ulong a, ulong b, ulong c, ulong d)
    {
        // Slots are told by the low bits of the result, which are the middle bits of the product: what differs only in its upper half must
        // get below them first.
        var mixed = (a * Multiplier) ^ BitOperations.RotateLeft(b * StableHash.Seed, 16)
            ^ BitOperations.RotateLeft(c * Multiplier, 32) ^ BitOperations.RotateLeft(d * StableHash.Seed, 48);
        return (uint)(((mixed ^ (mixed >> 32)) * Multiplier) >> 32);
    }
}
