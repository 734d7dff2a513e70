namespace AstRegistry.Packing;

/// <summary>
/// A range coder over bits, after the one of LZMA: 32 bits of range, a byte out at a time, a carry rippling back through the bytes written.
/// </summary>
internal struct RangeEncoder : IBitCoder
{
    private byte[] _buffer;
    private int _length;
    private uint _low;
    private uint _range;

    /// <summary>Starts a run in a buffer that grows as needed.</summary>
    public RangeEncoder(byte[] buffer)
    {
        _buffer = buffer;
        _range = uint.MaxValue;
    }

    public readonly bool IsReading => false;

    /// <summary>The buffer, to be used again for the next run.</summary>
    public readonly byte[] Buffer => _buffer;

    public int Code(int bit, uint probability)
    {
        var bound = (_range >> 16) * probability;
        if (bit != 0) _range = bound;
        else
        {
            AddToLow(bound);
            _range -= bound;
        }

        while (_range < PackedFormat.RangeFloor) Shift();
        return bit;
    }

    public uint CodeRaw(uint value, int bits)
    {
        _range >>= bits;
        AddToLow(value * _range);
        while (_range < PackedFormat.RangeFloor) Shift();
        return value;
    }

    /// <summary>Ends the run: the fewest bytes that name a value in the last range, where missing bytes read as 0.</summary>
    /// <param name="atLeast">The fewest bytes to give; a shorter run is filled with zeros, which changes nothing in what it says.</param>
    public byte[] Finish(int atLeast)
    {
        // The value in [low, low + range) with the most zeros at its end.
        for (var zeros = 24; zeros >= 0; zeros -= 8)
        {
            var mask = (1u << zeros) - 1;
            var rounding = (mask + 1 - (_low & mask)) & mask;
            if (rounding >= _range) continue;
            AddToLow(rounding);
            break;
        }

        while (_low != 0) Shift();
        while (_length > 0 && _buffer[_length - 1] == 0) _length--;
        var bytes = new byte[Math.Max(_length, atLeast)];
        System.Buffer.BlockCopy(_buffer, 0, bytes, 0, _length);
        return bytes;
    }

    private void AddToLow(uint bound)
    {
        _low += bound;
        if (_low >= bound) return;
        var i = _length - 1;
        while (++_buffer[i] == 0) i--;
    }

    private void Shift()
    {
        if (_length == _buffer.Length) Array.Resize(ref _buffer, _length * 2);
        _buffer[_length++] = (byte)(_low >> 24);
        _low <<= 8;
        _range <<= 8;
    }
}
