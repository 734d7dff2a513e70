namespace AstRegistry.Finding;

/// <summary>Goes through a list of a <see cref="TrigramIndex"/> in ascending order.</summary>
/// <param name="bytes">The list.</param>
/// <param name="isDense">Whether it is one bit for each value, instead of differences.</param>
internal ref struct PostingCursor(ReadOnlySpan<byte> bytes, bool isDense)
{
    private const int BitsPerByte = 8;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly bool _isDense = isDense;
    private int _at;

    /// <summary>The ordinal; −1 before the first.</summary>
    public int Current { get; private set; } = -1;

    public bool MoveNext() => _isDense ? MoveToBit(Current + 1) : MoveByDifference();

    /// <summary>Whether an ordinal, no lower than the one before, is in the list.</summary>
    public bool MoveTo(int ordinal)
    {
        if (_isDense) return (_bytes[ordinal / BitsPerByte] & (1 << (ordinal % BitsPerByte))) != 0;
        while (Current < ordinal)
        {
            if (!MoveByDifference()) return false;
        }

        return Current == ordinal;
    }

    private bool MoveByDifference()
    {
        if (_at == _bytes.Length) return false;
        var difference = 0;
        var shift = 0;
        byte b;
        do
        {
            b = _bytes[_at++];
            difference |= (b & 0x7F) << shift;
            shift += 7;
        }
        while (b >= 0x80);
        Current += difference;
        return true;
    }

    private bool MoveToBit(int ordinal)
    {
        for (; ordinal / BitsPerByte < _bytes.Length; ordinal++)
        {
            if ((_bytes[ordinal / BitsPerByte] & (1 << (ordinal % BitsPerByte))) == 0) continue;
            Current = ordinal;
            return true;
        }

        return false;
    }
}
