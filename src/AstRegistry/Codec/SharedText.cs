using System.Buffers.Binary;

namespace AstRegistry.Codec;

/// <summary>
/// Finds again the string of bytes that were read a short while ago, so that names, kinds and namespaces that come a million times are one string.
/// A table of fixed size in which newcomers take the place of others: what comes from outside can neither fill the memory nor make it slow.
/// </summary>
internal sealed class SharedText
{
    /// <summary>Longer ones are rarely repeated.</summary>
    public const int MaxBytes = 48;

    private const int TableSize = 1 << 10;
    private static readonly SharedText?[] Table = new SharedText?[TableSize];

    private readonly byte[] _bytes;
    private readonly string _text;

    private SharedText(byte[] bytes, string text)
    {
        _bytes = bytes;
        _text = text;
    }

    /// <summary>The string of some bytes, or null where it is not known.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes) =>
        Volatile.Read(ref Table[PlaceOf(bytes)]) is { } known && bytes.SequenceEqual(known._bytes) ? known._text : null;

    public static void Keep(ReadOnlySpan<byte> bytes, string text) => Volatile.Write(ref Table[PlaceOf(bytes)], new(bytes.ToArray(), text));

    private static int PlaceOf(ReadOnlySpan<byte> bytes)
    {
        ulong first = 0, last = 0;
        if (bytes.Length >= sizeof(ulong))
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            last = BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]);
        }
        else
        {
            foreach (var value in bytes) first = (first << 8) | value;
        }

        var mixed = (first * 0x9E3779B97F4A7C15) ^ (last * 0xC2B2AE3D27D4EB4F) ^ ((ulong)bytes.Length << 32);
        return (int)((mixed * 0x9E3779B97F4A7C15) >> 54);
    }
}
