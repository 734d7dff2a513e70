using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace AstRegistry.Codec;

/// <summary>
/// Reads the MessagePack that <see cref="MessagePackWriter"/> writes, and nothing else: what is longer than it need be is refused, so that there is
/// one form of each content.
/// </summary>
/// <remarks>
/// Bytes from outside cannot make it allocate more than <see cref="MaxAllocationPerByte"/> bytes for each of them, besides the exception: lengths are
/// compared with the bytes that are left, and counts with those that no announced value needs, before anything is allocated.
/// </remarks>
internal ref partial struct MessagePackReader
{
    /// <summary>The most bytes that reading allocates for a byte of input: a list of one list of one list costs this much.</summary>
    public const int MaxAllocationPerByte = 96;

    private readonly ReadOnlySpan<byte> _data;
    private readonly FrameKind _kind;
    private readonly int _origin;
    private int _position;

    // How many values were announced and not yet read: each takes a byte at least.
    private int _owed = 1;

    /// <summary>Begins to read one value.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="kind">What they are, for messages.</param>
    /// <param name="origin">The offset of the first byte, for messages.</param>
    public MessagePackReader(ReadOnlySpan<byte> data, FrameKind kind, int origin = Frame.HeaderSize)
    {
        _data = data;
        _kind = kind;
        _origin = origin;
    }

    /// <summary>Where the next value begins, counted from the first byte of the data.</summary>
    public readonly int Position => _position;

    private readonly int Left => _data.Length - _position;

    /// <summary>Whether the next value is nil, which is then read.</summary>
    public bool TryReadNil()
    {
        if (Left == 0 || _data[_position] != MessagePackCode.Nil) return false;
        Lead();
        return true;
    }

    public long ReadInteger()
    {
        var at = _position;
        var code = Lead();
        return IsInteger(code) ? IntegerAfter(code, at) : throw Unexpected(at, code, "a whole number");
    }

    /// <summary>A whole number within bounds.</summary>
    public long ReadInteger(long least, long most)
    {
        var at = _position;
        var value = ReadInteger();
        return value >= least && value <= most ? value : throw Fault(at, FormattableString.Invariant($"{value} lies outside {least} to {most}"));
    }

    /// <summary>Opens a list of a count that is known.</summary>
    public void ReadArrayHeader(int count)
    {
        var at = _position;
        if (ReadArrayHeader() is var found && found != count) throw Fault(at, FormattableString.Invariant($"the list has {found} values instead of {count}"));
    }

    /// <summary>Opens a list, and gives the count of its values, which are read one by one then.</summary>
    public int ReadArrayHeader()
    {
        var at = _position;
        var code = Lead();
        return IsArray(code) ? Announced(at, ArrayCountAfter(code, at), 1) : throw Unexpected(at, code, "a list");
    }

    /// <summary>Says that all was read.</summary>
    public readonly void End()
    {
        if (Left > 0) throw Fault(_position, FormattableString.Invariant($"{Left} bytes follow the end"));
    }

    public readonly HistoryException Fault(int at, string reason) => Frame.Corrupt(_kind, (long)_origin + at, reason);

    private static bool IsInteger(byte code) => code is <= MessagePackCode.MaxPositiveFixInt or >= MessagePackCode.MinNegativeFixInt or (>= MessagePackCode.UInt8 and <= MessagePackCode.Int64);

    private static bool IsArray(byte code) => (code & 0xF0) == MessagePackCode.FixArray || code is MessagePackCode.Array16 or MessagePackCode.Array32;

    private static bool IsMap(byte code) => (code & 0xF0) == MessagePackCode.FixMap || code is MessagePackCode.Map16 or MessagePackCode.Map32;

    private static bool IsString(byte code) => (code & 0xE0) == MessagePackCode.FixString || code is >= MessagePackCode.String8 and <= MessagePackCode.String32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Lead()
    {
        if ((uint)_position >= (uint)_data.Length) ThrowEnd();
        _owed--;
        return _data[_position++];
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > Left) ThrowEnd();
        var taken = _data.Slice(_position, count);
        _position += count;
        return taken;
    }

    private long IntegerAfter(byte code, int at)
    {
        if (code is <= MessagePackCode.MaxPositiveFixInt or >= MessagePackCode.MinNegativeFixInt) return (sbyte)code;
        var (value, isShortest) = code switch
        {
            MessagePackCode.UInt8 => Longest(Take(1)[0], MessagePackCode.MaxPositiveFixInt),
            MessagePackCode.UInt16 => Longest(BinaryPrimitives.ReadUInt16BigEndian(Take(2)), byte.MaxValue),
            MessagePackCode.UInt32 => Longest(BinaryPrimitives.ReadUInt32BigEndian(Take(4)), ushort.MaxValue),
            MessagePackCode.UInt64 => Longest(Bounded(at, BinaryPrimitives.ReadUInt64BigEndian(Take(8))), uint.MaxValue),
            MessagePackCode.Int8 => Lowest((sbyte)Take(1)[0], -32),
            MessagePackCode.Int16 => Lowest(BinaryPrimitives.ReadInt16BigEndian(Take(2)), sbyte.MinValue),
            MessagePackCode.Int32 => Lowest(BinaryPrimitives.ReadInt32BigEndian(Take(4)), short.MinValue),
            _ => Lowest(BinaryPrimitives.ReadInt64BigEndian(Take(8)), int.MinValue),
        };
        return isShortest ? value : throw NotShortest(at, "number");
    }

    private static (long Value, bool IsShortest) Longest(long value, long fits) => (value, value > fits);

    private static (long Value, bool IsShortest) Lowest(long value, long fits) => (value, value < fits);

    private readonly long Bounded(int at, ulong value) => value <= long.MaxValue ? (long)value : throw Fault(at, FormattableString.Invariant($"the number {value} is greater than {long.MaxValue}"));

    private ReadOnlySpan<byte> BytesAfter(byte code, int at)
    {
        var length = LengthAfter(code - MessagePackCode.Bytes8, at, -1);
        if (length > RegistryLimits.MaxBytes) throw Fault(at, FormattableString.Invariant($"{length} bytes are more than {RegistryLimits.MaxBytes}"));
        return TakeLong(at, length);
    }

    private ReadOnlySpan<byte> StringBytesAfter(byte code, int at)
    {
        var length = code < MessagePackCode.Nil ? code & MessagePackCode.MaxFixString : LengthAfter(code - MessagePackCode.String8, at, MessagePackCode.MaxFixString);
        if (length > RegistryLimits.MaxStringBytes) throw Fault(at, FormattableString.Invariant($"a string of {length} bytes is longer than {RegistryLimits.MaxStringBytes}"));
        return TakeLong(at, length);
    }

    private int ArrayCountAfter(byte code, int at) => code < MessagePackCode.Nil ? code & MessagePackCode.MaxFixCount : CountAfter(code - MessagePackCode.Array16, at);

    private int MapCountAfter(byte code, int at) => code < MessagePackCode.Nil ? code & MessagePackCode.MaxFixCount : CountAfter(code - MessagePackCode.Map16, at);

    private int CountAfter(int isLong, int at) => (int)Math.Min(int.MaxValue, LengthAfter(1 + isLong, at, MessagePackCode.MaxFixCount));

    /// <summary>A length of 1, 2 or 4 bytes that does not fit in fewer.</summary>
    private long LengthAfter(int size, int at, int fits)
    {
        (long Length, long Fits) read = size switch
        {
            0 => (Take(1)[0], fits),
            1 => (BinaryPrimitives.ReadUInt16BigEndian(Take(2)), fits == MessagePackCode.MaxFixCount ? fits : byte.MaxValue),
            _ => (BinaryPrimitives.ReadUInt32BigEndian(Take(4)), ushort.MaxValue),
        };
        return read.Length > read.Fits ? read.Length : throw NotShortest(at, "length");
    }

    private ReadOnlySpan<byte> TakeLong(int at, long length) =>
        length <= Left ? Take((int)length) : throw Fault(at, FormattableString.Invariant($"{length} bytes should follow, and {Left} are left"));

    /// <summary>Notes values that have to come; each takes a byte at least.</summary>
    private int Announced(int at, int count, int valuesEach)
    {
        if ((long)count * valuesEach > Left - _owed) throw Fault(at, FormattableString.Invariant($"{count} values are announced, and {Left} bytes are left"));
        _owed += count * valuesEach;
        return count;
    }

    private readonly HistoryException NotShortest(int at, string what) => Fault(at, $"the {what} is not written in its shortest form");

    private readonly HistoryException Unexpected(int at, byte code, string wanted) => Fault(at, FormattableString.Invariant($"0x{code:X2} stands where {wanted} should be"));

    [DoesNotReturn]
    private readonly void ThrowEnd() => throw Fault(_data.Length, "it ends too early");
}
