namespace AstRegistry.Finding;

/// <summary>
/// The values of a <see cref="ValueTable"/> in ordinal order, of their texts or of their reversed texts. The texts lie side by side in this order, so that
/// the last steps of a search stay within a few lines of memory. Immutable.
/// </summary>
internal sealed class SortedValues
{
    private const int BytesPerValue = 8;

    private readonly bool _areReversed;
    private readonly char[] _characters;
    private readonly int[] _starts;
    private readonly int[] _ordinals;

    public SortedValues(ValueTable values, bool areReversed)
    {
        _areReversed = areReversed;
        string[] texts = areReversed ? Array.ConvertAll(values.Texts, Reverse) : [.. values.Texts];
        _ordinals = new int[texts.Length];
        for (var i = 0; i < _ordinals.Length; i++) _ordinals[i] = i;
        Array.Sort(texts, _ordinals, StringComparer.Ordinal);
        _starts = new int[texts.Length + 1];
        for (var i = 0; i < texts.Length; i++) _starts[i + 1] = checked(_starts[i] + texts[i].Length);
        _characters = new char[_starts[^1]];
        for (var i = 0; i < texts.Length; i++) texts[i].CopyTo(_characters.AsSpan(_starts[i]));
    }

    public long Bytes => ((long)_ordinals.Length * BytesPerValue) + (sizeof(char) * (long)_characters.Length);

    /// <summary>The ordinals of the values at places.</summary>
    public ReadOnlySpan<int> Ordinals(int start, int count) => _ordinals.AsSpan(start, count);

    /// <summary>Where the values are that start with a part, or end with it where they are reversed.</summary>
    public (int Start, int Count) RangeOf(string part)
    {
        var head = _areReversed ? Reverse(part) : part;
        var start = FirstFrom(head);
        return (start, EndOf(start, head) - start);
    }

    private static string Reverse(string text) => string.Create(text.Length, text, static (reversed, text) =>
    {
        text.CopyTo(reversed);
        reversed.Reverse();
    });

    private ReadOnlySpan<char> TextAt(int place) => _characters.AsSpan(_starts[place], _starts[place + 1] - _starts[place]);

    /// <summary>The place of the first text that is not below another one.</summary>
    private int FirstFrom(ReadOnlySpan<char> head)
    {
        int low = 0, high = _ordinals.Length;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (TextAt(middle).SequenceCompareTo(head) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The place behind the last text from a start on that starts with another one: by steps that double, as most ranges are short.</summary>
    private int EndOf(int start, ReadOnlySpan<char> head)
    {
        int low = start, step = 1;
        while (low + step <= _ordinals.Length && TextAt(low + step - 1).StartsWith(head))
        {
            low += step;
            step <<= 1;
        }

        var high = Math.Min(low + step - 1, _ordinals.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (TextAt(middle).StartsWith(head)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
