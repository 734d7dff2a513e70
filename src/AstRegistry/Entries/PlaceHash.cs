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
            left = (ulong.RotateLeft(left, 23) ^ WordAt(ref start, i)) * Left;
            right = (ulong.RotateLeft(right, 23) ^ WordAt(ref start, i + CharactersAWord)) * Right;
        }

        if (text.Length >= 2 * CharactersAWord)
        {
            // The last two words hold what is left, and some of what was seen before.
            left = (ulong.RotateLeft(left, 23) ^ WordAt(ref start, text.Length - (2 * CharactersAWord))) * Left;
            right = (ulong.RotateLeft(right, 23) ^ WordAt(ref start, text.Length - CharactersAWord)) * Right;
        }
        else
        {
            for (; i < text.Length; i++) left = (ulong.RotateLeft(left, 23) ^ text[i]) * Left;
        }

        var mixed = (left ^ (right >> 29)) * Left;
        return (int)(mixed >> 32);
    }

    private static ulong WordAt(ref byte start, int index) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, index * sizeof(char)));
}
