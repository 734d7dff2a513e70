namespace AstRegistry.Packing;

/// <summary>
/// Spells texts character by character, each in the context of the three before it. Any UTF-16 text comes back as it was, lone surrogates
/// included.
/// </summary>
internal sealed class TextCoder<TBits>(AdaptiveCoder<TBits> coder)
    where TBits : struct, IBitCoder
{
    /// <summary>The code that ends a text.</summary>
    private const uint End = 0;

    /// <summary>The code before 16 bits of a character that has no code of its own.</summary>
    private const uint Wide = 127;

    private const int CodeBits = 7;
    private const uint Texts = 0x7E870000;
    private const uint Coarse = 0x7E880000;
    private const uint Prefixes = 0x7E890000;
    private const uint WideBytes = 0x7E8A0000;
    private char[] _buffer = new char[64];

    /// <summary>The characters coded so far.</summary>
    public long Spent { get; set; }

    /// <summary>How many characters a reader accepts before it takes the data for damaged.</summary>
    public long Limit { get; set; }

    /// <summary>Codes a text that begins as another one does.</summary>
    /// <param name="previous">The other text, which the reader knows; empty for none.</param>
    /// <param name="text">The text; ignored by a reader.</param>
    public string Code(string previous, string text)
    {
        var isReading = coder.Bits.IsReading;
        if (isReading) text = "";
        var shared = 0;
        if (previous.Length > 0)
        {
            while (shared < previous.Length && shared < text.Length && previous[shared] == text[shared]) shared++;
            shared = (int)coder.Number(Prefixes, Prefixes, (uint)shared);
            if ((uint)shared > (uint)previous.Length) throw new PackedDataException("Packed text: longer common beginning than its predecessor.");
        }

        uint history = 0;
        for (var i = 0; i < shared; i++) history = (history << 8) | (previous[i] & 0x7Fu);
        if (isReading) Keep(previous, shared);
        for (var i = shared; ; i++)
        {
            var code = NextCode(text, i, history);
            if (code == End) return isReading ? new string(_buffer, 0, i) : text;
            Spent++;
            if (isReading)
            {
                if (Spent > Limit) throw new PackedDataException("Packed text: more characters than data of this length can hold.");
                if (i == _buffer.Length) Array.Resize(ref _buffer, i * 2);
                _buffer[i] = (char)(code - 1);
            }

            history = (history << 8) | ((code - 1) & 0x7F);
        }
    }

    /// <summary>Codes one more than the next character, or the end.</summary>
    private uint NextCode(string text, int index, uint history)
    {
        var c = index < text.Length ? text[index] : '\0';
        var code = index >= text.Length ? End : c is '\0' or >= (char)Wide ? Wide : c;
        code = coder.Symbol(Texts + ((history & 0xFFFFFF) * 0x9E3779B1), Coarse + ((history & 0xFF) * 0x85EBCA77), CodeBits, code);
        if (code != Wide) return code == End ? End : code + 1;
        var high = coder.Symbol(WideBytes, WideBytes, 8, (uint)c >> 8);
        return 1 + ((high << 8) | coder.Symbol(WideBytes + 1 + high, WideBytes + 1 + high, 8, c & 0xFFu));
    }

    private void Keep(string previous, int length)
    {
        if (length > _buffer.Length) Array.Resize(ref _buffer, Math.Max(length, _buffer.Length * 2));
        previous.CopyTo(0, _buffer, 0, length);
    }
}
