namespace AstRegistry.Packing;

/// <summary>
/// Bytes as text of 15 bits a character, the form in which a payload stands in a string literal. The alphabet is the 32,768 characters
/// U+3400–93FF and U+A400–C3FF: no surrogate, nothing that is escaped or normalized.
/// </summary>
internal static class PayloadText
{
    /// <summary>Bits in a character.</summary>
    public const int BitsPerCharacter = 15;

    private const int FirstLength = 0x6000;
    private const int FirstStart = 0x3400;
    private const int SecondStart = 0xA400;
    private const uint Mask = (1u << BitsPerCharacter) - 1;

    /// <summary>The character of a value from 0 to 32767.</summary>
    public static char CharacterOf(uint value) => (char)(value < FirstLength ? FirstStart + value : SecondStart - FirstLength + value);

    /// <summary>The value of a character, or 32768 and more for one that is not of the alphabet.</summary>
    public static uint ValueOf(char character)
    {
        var value = (uint)character - FirstStart;
        if (value < FirstLength) return value;
        value = (uint)character - SecondStart;
        return value <= Mask - FirstLength ? value + FirstLength : Mask + 1;
    }

    /// <summary>The text of some bytes. A 1 bit and zeros fill the last character, so the length comes back exactly.</summary>
    public static string Encode(byte[] bytes)
    {
        var text = new char[((bytes.Length * 8L) + BitsPerCharacter) / BitsPerCharacter];
        ulong pending = 0;
        var bits = 0;
        var length = 0;
        foreach (var value in bytes)
        {
            pending = (pending << 8) | value;
            bits += 8;
            if (bits < BitsPerCharacter) continue;
            bits -= BitsPerCharacter;
            text[length++] = CharacterOf((uint)(pending >> bits) & Mask);
        }

        pending = (pending << 1) | 1;
        text[length] = CharacterOf((uint)(pending << (BitsPerCharacter - 1 - bits)) & Mask);
        return new string(text);
    }

    /// <summary>The bytes of a text.</summary>
    /// <exception cref="PackedDataException">The text is empty, holds another character, or does not end as a text of this form does.</exception>
    public static byte[] Decode(string text)
    {
        if (text.Length == 0) throw new PackedDataException("Payload text: empty; at least one character was expected.");
        var last = ValueOf(text[text.Length - 1]);
        if (last is 0 or > Mask) throw BadCharacter(text, text.Length - 1);
        var padding = 1;
        while ((last & (1u << (padding - 1))) == 0) padding++;
        var length = ((text.Length * (long)BitsPerCharacter) - padding) / 8;
        if ((length * 8) + padding != text.Length * (long)BitsPerCharacter) throw BadCharacter(text, text.Length - 1);

        var bytes = new byte[length];
        Fill(bytes, text);
        return bytes;
    }

    /// <summary>The first bytes of a text, as many as asked for or as it has; the rest of the text is not looked at.</summary>
    /// <exception cref="PackedDataException">The text holds another character.</exception>
    public static byte[] DecodeStart(string text, int count)
    {
        var bytes = new byte[Math.Min(count, text.Length * (long)BitsPerCharacter / 8)];
        Fill(bytes, text);
        return bytes;
    }

    private static void Fill(byte[] bytes, string text)
    {
        ulong pending = 0;
        var bits = 0;
        var next = 0;
        for (var i = 0; next < bytes.Length; i++)
        {
            var value = ValueOf(text[i]);
            if (value > Mask) throw BadCharacter(text, i);
            pending = (pending << BitsPerCharacter) | value;
            bits += BitsPerCharacter;
            while (bits >= 8 && next < bytes.Length)
            {
                bits -= 8;
                bytes[next++] = (byte)(pending >> bits);
            }
        }
    }

    private static PackedDataException BadCharacter(string text, int index) =>
        new(FormattableString.Invariant($"Payload text: character {index} of {text.Length} is U+{(int)text[index]:X4}, which cannot stand there."));
}
