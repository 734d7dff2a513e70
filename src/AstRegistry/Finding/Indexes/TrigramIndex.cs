using System.Buffers.Binary;

namespace AstRegistry.Finding;

/// <summary>
/// The values of a <see cref="ValueTable"/> by every three characters in a row. A list of few ordinals is written as the differences of neighbours, seven
/// bits a byte, which takes little more than a byte for each; a list of many as one bit for each value, so that any can be looked up at once. Immutable.
/// </summary>
/// <remarks>The way from texts to trigrams is that of Russ Cox's code search (2012).</remarks>
internal sealed class TrigramIndex
{
    /// <summary>How many characters make a trigram.</summary>
    public const int Size = 3;

    // Longer values are always looked at: each would be in most lists.
    private const int LongestText = 1024;
    private const int BytesPerTrigram = 40;
    private const int BitsPerByte = 8;

    private readonly Dictionary<ulong, int> _trigrams;
    private readonly int[] _starts;
    private readonly int[] _counts;
    private readonly bool[] _areDense;
    private readonly byte[] _bytes;
    private readonly int[] _longOnes;

    public TrigramIndex(Dictionary<ulong, int> trigrams, int[] starts, int[] counts, bool[] areDense, byte[] bytes, int[] longOnes)
    {
        _trigrams = trigrams;
        _starts = starts;
        _counts = counts;
        _areDense = areDense;
        _bytes = bytes;
        _longOnes = longOnes;
    }

    public long Bytes => _bytes.Length + ((long)_trigrams.Count * BytesPerTrigram);

    /// <summary>Values that are too long to be listed, so that they may contain anything.</summary>
    public ReadOnlySpan<int> LongOnes => _longOnes;

    public static TrigramIndex Build(ValueTable values) => new TrigramIndexBuilder(values.Texts, LongestText).Build();

    /// <summary>Three characters in one number.</summary>
    public static ulong KeyOf(string text, int at) => ((ulong)text[at] << 32) | ((ulong)text[at + 1] << 16) | text[at + 2];

    /// <summary>The rarest lists of a text's trigrams, the rarest first; none if a trigram is in no value.</summary>
    /// <returns>How many were written.</returns>
    public int Rarest(string text, Span<int> lists)
    {
        var count = 0;
        for (var i = 0; i + Size <= text.Length; i++)
        {
            if (!_trigrams.TryGetValue(KeyOf(text, i), out var list)) return 0;
            count = Insert(lists, count, list);
        }

        return count;
    }

    /// <summary>How many values a list has.</summary>
    public int CountOf(int list) => _counts[list];

    /// <summary>Whether a list is of bits, in which any value can be looked up at once.</summary>
    public bool IsDense(int list) => _areDense[list];

    /// <summary>Reads a list of differences from its beginning.</summary>
    public PostingCursor Read(int list) => new(_bytes.AsSpan(_starts[list], _starts[list + 1] - _starts[list]));

    /// <summary>How many words of bits there are in a dense list.</summary>
    public int WordsOf(int list) => (_starts[list + 1] - _starts[list]) / sizeof(ulong);

    /// <summary>The bits of 64 values that are in every one of some dense lists.</summary>
    public ulong WordOf(ReadOnlySpan<int> lists, int word)
    {
        var bits = ulong.MaxValue;
        foreach (var list in lists) bits &= BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(_starts[list] + (word * sizeof(ulong))));
        return bits;
    }

    /// <summary>Whether a value is in every one of some dense lists.</summary>
    public bool AreIn(ReadOnlySpan<int> lists, int ordinal)
    {
        foreach (var list in lists)
        {
            if ((_bytes[_starts[list] + (ordinal / BitsPerByte)] & (1 << (ordinal % BitsPerByte))) == 0) return false;
        }

        return true;
    }

    /// <summary>Takes a list among the rarest ones if it is one.</summary>
    private int Insert(Span<int> lists, int count, int list)
    {
        if (lists[..count].Contains(list)) return count;
        if (count < lists.Length) count++;
        else if (_counts[list] >= _counts[lists[^1]]) return count;
        var at = count - 1;
        for (; at > 0 && _counts[lists[at - 1]] > _counts[list]; at--) lists[at] = lists[at - 1];
        lists[at] = list;
        return count;
    }
}
