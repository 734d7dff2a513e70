using System.Buffers;
using System.Buffers.Binary;
using System.Text.Unicode;

namespace AstRegistry.Codec;

/// <summary>
/// Writes MessagePack, each value in its shortest form, so that equal content gives equal bytes. Into a buffer of the shared pool that grows; what
/// is written is taken as a span or a copy before the writer is disposed.
/// </summary>
internal sealed partial class MessagePackWriter : IDisposable
{
    private const int MaxHeader = 5;

    private byte[] _buffer;
    private int _count;

    /// <summary>Begins to write.</summary>
    /// <param name="reserved">Bytes to leave free at the beginning, for a header.</param>
    /// <param name="capacity">How many bytes to make room for.</param>
    public MessagePackWriter(int reserved = 0, int capacity = 1024)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(reserved, capacity));
        _buffer.AsSpan(0, reserved).Clear();
        _count = reserved;
    }

    /// <summary>What was written, the reserved bytes included; valid until the next write.</summary>
    public Span<byte> Written => _buffer.AsSpan(0, _count);

    public void WriteNil() => Put(MessagePackCode.Nil);

    public void WriteBoolean(bool value) => Put(value ? MessagePackCode.True : MessagePackCode.False);

    public void WriteInteger(long value)
    {
        if (value is >= -32 and <= MessagePackCode.MaxPositiveFixInt) Put((byte)value);
        else if (value > 0) WritePositive((ulong)value);
        else WriteNegative(value);
    }

    public void WriteDouble(double value)
    {
        var place = Header(MessagePackCode.Float64, sizeof(double));
        BinaryPrimitives.WriteDoubleBigEndian(place, value);
    }

    public void WriteString(string value)
    {
        // Nearly all text is ASCII: place it as if it were, and move it where it turns out longer.
        var room = Room(MaxHeader + (long)value.Length * 3);
        var guess = StringHeaderSize(value.Length);
        Utf8.FromUtf16(value, room[guess..], out _, out var length);
        var size = StringHeaderSize(length);
        if (size != guess) room.Slice(guess, length).CopyTo(room[size..]);
        WriteStringHeader(room, length);
        _count += size + length;
    }

    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        WriteLength(value.Length, MessagePackCode.Bytes8, MessagePackCode.Bytes16, MessagePackCode.Bytes32);
        value.CopyTo(Room(value.Length));
        _count += value.Length;
    }

    public void WriteArrayHeader(int count)
    {
        if (count <= MessagePackCode.MaxFixCount) Put((byte)(MessagePackCode.FixArray | count));
        else WriteLength(count, null, MessagePackCode.Array16, MessagePackCode.Array32);
    }

    public void WriteMapHeader(int count)
    {
        if (count <= MessagePackCode.MaxFixCount) Put((byte)(MessagePackCode.FixMap | count));
        else WriteLength(count, null, MessagePackCode.Map16, MessagePackCode.Map32);
    }

    /// <summary>What was written, as a frame; the header's bytes were reserved.</summary>
    public byte[] ToFrame(FrameKind kind)
    {
        var frame = GC.AllocateUninitializedArray<byte>(_count);
        Written.CopyTo(frame);
        Frame.Seal(kind, frame);
        return frame;
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        _count = 0;
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
    }

    private static int StringHeaderSize(int length) => length switch { <= MessagePackCode.MaxFixString => 1, <= byte.MaxValue => 2, <= ushort.MaxValue => 3, _ => 5 };

    private static void WriteStringHeader(Span<byte> place, int length)
    {
        switch (StringHeaderSize(length))
        {
            case 1: place[0] = (byte)(MessagePackCode.FixString | length); break;
            case 2: (place[0], place[1]) = (MessagePackCode.String8, (byte)length); break;
            case 3: place[0] = MessagePackCode.String16; BinaryPrimitives.WriteUInt16BigEndian(place[1..], (ushort)length); break;
            default: place[0] = MessagePackCode.String32; BinaryPrimitives.WriteInt32BigEndian(place[1..], length); break;
        }
    }

    private void WritePositive(ulong value)
    {
        if (value <= byte.MaxValue) Header(MessagePackCode.UInt8, 1)[0] = (byte)value;
        else if (value <= ushort.MaxValue) BinaryPrimitives.WriteUInt16BigEndian(Header(MessagePackCode.UInt16, 2), (ushort)value);
        else if (value <= uint.MaxValue) BinaryPrimitives.WriteUInt32BigEndian(Header(MessagePackCode.UInt32, 4), (uint)value);
        else BinaryPrimitives.WriteUInt64BigEndian(Header(MessagePackCode.UInt64, 8), value);
    }

    private void WriteNegative(long value)
    {
        if (value >= sbyte.MinValue) Header(MessagePackCode.Int8, 1)[0] = (byte)value;
        else if (value >= short.MinValue) BinaryPrimitives.WriteInt16BigEndian(Header(MessagePackCode.Int16, 2), (short)value);
        else if (value >= int.MinValue) BinaryPrimitives.WriteInt32BigEndian(Header(MessagePackCode.Int32, 4), (int)value);
        else BinaryPrimitives.WriteInt64BigEndian(Header(MessagePackCode.Int64, 8), value);
    }

    private void WriteLength(int length, byte? code8, byte code16, byte code32)
    {
        if (code8 is { } code && length <= byte.MaxValue) Header(code, 1)[0] = (byte)length;
        else if (length <= ushort.MaxValue) BinaryPrimitives.WriteUInt16BigEndian(Header(code16, 2), (ushort)length);
        else BinaryPrimitives.WriteInt32BigEndian(Header(code32, 4), length);
    }

    /// <summary>Writes a first byte, and gives the bytes behind it.</summary>
    private Span<byte> Header(byte code, int size)
    {
        var room = Room(1 + size);
        room[0] = code;
        _count += 1 + size;
        return room.Slice(1, size);
    }

    private void Put(byte value)
    {
        if (_count == _buffer.Length) Grow(1);
        _buffer[_count++] = value;
    }

    private Span<byte> Room(long size)
    {
        if (size > _buffer.Length - _count) Grow(size);
        return _buffer.AsSpan(_count);
    }

    private void Grow(long size)
    {
        var needed = _count + size;
        if (needed > Array.MaxLength) throw new HistoryException(HistoryFault.Full, FormattableString.Invariant($"What is to be stored has more than {Array.MaxLength} bytes in one piece."));
        var grown = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * _buffer.Length)));
        Written.CopyTo(grown);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = grown;
    }
}
