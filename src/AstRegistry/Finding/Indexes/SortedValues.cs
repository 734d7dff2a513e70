namespace AstRegistry.Finding;

/// <summary>The values of a <see cref="ValueTable"/> in an order. Immutable.</summary>
internal sealed class SortedValues
{
    private const int BytesPerValue = 12;

    private readonly TextOrder _order;
    private readonly string[] _texts;
    private readonly int[] _ordinals;

    public SortedValues(ValueTable values, TextOrder order)
    {
        _order = order;
        _texts = [.. values.Texts];
        _ordinals = new int[_texts.Length];
        for (var i = 0; i < _ordinals.Length; i++) _ordinals[i] = i;
        Array.Sort(_texts, _ordinals, order);
    }

    public long Bytes => (long)_texts.Length * BytesPerValue;

    /// <summary>The ordinals of the values at places.</summary>
    public ReadOnlySpan<int> Ordinals(int start, int count) => _ordinals.AsSpan(start, count);

    /// <summary>Where the values are that begin with a part.</summary>
    public (int Start, int Count) RangeOf(string part)
    {
        var start = FirstFrom(part);
        return (start, EndOf(start, part) - start);
    }

    /// <summary>The place of the first value that is not below a part.</summary>
    private int FirstFrom(string part)
    {
        int low = 0, high = _texts.Length;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (_order.Compare(_texts[middle], part) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The place behind the last value from a start on that begins with a part: by steps that double, as most ranges are short.</summary>
    private int EndOf(int start, string part)
    {
        int low = start, step = 1;
        while (low + step <= _texts.Length && _order.Begins(_texts[low + step - 1], part))
        {
            low += step;
            step <<= 1;
        }

        var high = Math.Min(low + step - 1, _texts.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (_order.Begins(_texts[middle], part)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
