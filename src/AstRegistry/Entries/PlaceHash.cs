using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AstRegistry.Entries;

/// <summary>
/// Chooses places in tables of fixed size. Fast, and foreseeable: who makes texts meet gains that they push one another out, no more.
/// </summary>
internal static class PlaceHash
{
    private const ulong Left = 0x9E37_79B9_7F4A_7C15;
    private const ulong Right = 0xC2B2_AE3D_27D4_EB4F;
    private const int CharactersAWord = sizeof(ulong) / sizeof(char);

    public static int Of(ReadOnlySpan<char> text)
    {
        ref var start = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text));
        ulong left = (uint)text.Length, right = 0;
        var i = 0;
        for (; i + (2 * CharactersAWord) <= text.Length; i += 2 * CharactersAWord)
        {
            left = (BitRotate(left) ^ WordAt(ref start, i)) * Left;
            right = (BitRotate(right) ^ WordAt(ref start, i + CharactersAWord)) * Right;
        }

        for (; i < text.Length; i++) left = (BitRotate(left) ^ text[i]) * Right;
        var mixed = (left ^ (right >> 29)) * Left;
        return (int)(mixed >> 40);
    }

    private static ulong BitRotate(ulong value) => ulong.RotateLeft(value, 23);

    private static ulong WordAt(ref byte start, int index) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, index * sizeof(char)));
}
