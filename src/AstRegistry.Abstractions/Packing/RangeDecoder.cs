namespace AstRegistry.Packing;

/// <summary>Reads the bits that <c>RangeEncoder</c> wrote. Bytes behind the end count as 0, as the writer leaves them out.</summary>
internal struct RangeDecoder : IBitCoder
{
    private readonly byte[] _bytes;
    private readonly int _end;
    private int _next;
    private uint _range;
    private uint _code;

    /// <summary>Starts reading the run of <paramref name="length"/> bytes at <paramref name="start"/>.</summary>
    public RangeDecoder(byte[] bytes, int start, int length)
    {
        _bytes = bytes;
        _next = start;
        _end = start + length;
        _range = uint.MaxValue;
        for (var i = 0; i < 4; i++) _code = (_code << 8) | NextByte();
    }

    public readonly bool IsReading => true;

    public int Code(int bit, uint probability)
    {
        var bound = (_range >> 16) * probability;
        if (_code < bound)
        {
            _range = bound;
            bit = 1;
        }
        else
        {
            _code -= bound;
            _range -= bound;
            bit = 0;
        }

        while (_range < PackedFormat.RangeFloor) Shift();
        return bit;
    }

    public uint CodeRaw(uint value, int bits)
    {
        _range >>= bits;
        value = _code / _range;

        // Only a corrupt run exceeds the range; the mask keeps what follows in bounds.
        value &= (1u << bits) - 1;
        _code -= value * _range;
        while (_range < PackedFormat.RangeFloor) Shift();
        return value;
    }

    private void Shift()
    {
        _code = (_code << 8) | NextByte();
        _range <<= 8;
    }

    private uint NextByte() => _next < _end ? _bytes[_next++] : 0u;
}
