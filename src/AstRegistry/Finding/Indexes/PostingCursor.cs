namespace AstRegistry.Finding;

/// <summary>Goes through a list of differences of a <see cref="TrigramIndex"/> in ascending order.</summary>
internal ref struct PostingCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>The ordinal; −1 before the first.</summary>
    public int Current { get; private set; } = -1;

    public bool MoveNext()
    {
        if (_at == _bytes.Length) return false;
        int b = _bytes[_at++];
        var difference = b & 0x7F;
        for (var shift = 7; b >= 0x80; shift += 7)
        {
            b = _bytes[_at++];
            difference |= (b & 0x7F) << shift;
        }

        Current += difference;
        return true;
    }

    /// <summary>Whether an ordinal, no lower than the one before, is in the list.</summary>
    public bool MoveTo(int ordinal)
    {
        while (Current < ordinal)
        {
            if (!MoveNext()) return false;
        }

        return Current == ordinal;
    }
}
