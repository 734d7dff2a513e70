using System.Buffers.Binary;

namespace AstRegistry.Codec;

/// <summary>
/// What stands before everything that is stored, so that damage, foreign data and newer forms are told from sound data before they are read.
/// </summary>
/// <remarks>
/// <code>
///  0  4  magic: ASTR
///  4  1  version of the frame: 1
///  5  1  kind
///  6  1  version of the kind's form
///  7  1  codec: 1, MessagePack
///  8  4  length of the payload, little endian
/// 12  4  CRC-32C of bytes 0 to 11 and the payload, little endian
/// 16     payload
/// </code>
/// Magic and version of the frame stay where they are in every future version.
/// </remarks>
internal static class Frame
{
    /// <summary>The bytes before the payload.</summary>
    public const int HeaderSize = 16;

    private const int ChecksumOffset = 12;
    private const byte FrameVersion = 1;
    private const byte MessagePackCodec = 1;

    private static ReadOnlySpan<byte> Magic => "ASTR"u8;

    /// <summary>Puts a payload in a frame.</summary>
    public static byte[] Write(FrameKind kind, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[HeaderSize + payload.Length];
        payload.CopyTo(frame.AsSpan(HeaderSize));
        Seal(kind, frame);
        return frame;
    }

    /// <summary>Fills the header of a frame whose payload is in its place already.</summary>
    public static void Seal(FrameKind kind, Span<byte> frame)
    {
        Magic.CopyTo(frame);
        frame[4] = FrameVersion;
        frame[5] = kind.Tag;
        frame[6] = kind.Version;
        frame[7] = MessagePackCodec;
        BinaryPrimitives.WriteInt32LittleEndian(frame[8..], frame.Length - HeaderSize);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[ChecksumOffset..], ChecksumOf(frame));
    }

    /// <summary>The payload of a frame.</summary>
    /// <exception cref="HistoryException">
    /// The bytes are no frame or one of another kind (<see cref="HistoryFault.Foreign"/>), of a newer version (<see cref="HistoryFault.NewerFormat"/>),
    /// or damaged (<see cref="HistoryFault.Corrupt"/>).
    /// </exception>
    public static ReadOnlySpan<byte> Read(FrameKind kind, ReadOnlySpan<byte> frame) => Read(kind, frame, out _);

    /// <inheritdoc cref="Read(FrameKind, ReadOnlySpan{byte})"/>
    public static ReadOnlySpan<byte> Read(FrameKind kind, ReadOnlySpan<byte> frame, out byte version)
    {
        CheckBeginning(kind, frame);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(frame[8..]);
        if (length != frame.Length - HeaderSize) throw Corrupt(kind, 8, FormattableString.Invariant($"the payload should have {length} bytes and has {frame.Length - HeaderSize}"));
        if (BinaryPrimitives.ReadUInt32LittleEndian(frame[ChecksumOffset..]) != ChecksumOf(frame)) throw Corrupt(kind, ChecksumOffset, "the checksum does not fit the content");
        CheckKind(kind, frame);
        version = frame[6];
        return frame[HeaderSize..];
    }

    /// <summary>Damage at a byte of a frame.</summary>
    public static HistoryException Corrupt(FrameKind kind, long offset, string reason) =>
        new(HistoryFault.Corrupt, FormattableString.Invariant($"The {kind.Name} is damaged at byte {offset}: {reason}."));

    private static void CheckBeginning(FrameKind kind, ReadOnlySpan<byte> frame)
    {
        var magic = frame[..Math.Min(frame.Length, Magic.Length)];
        if (!Magic.StartsWith(magic)) throw new HistoryException(HistoryFault.Foreign, $"The {kind.Name} was not written by AstRegistry: at byte 0 stands {Convert.ToHexString(magic)} instead of {Convert.ToHexString(Magic)}.");
        if (frame.Length > 4 && frame[4] > FrameVersion) throw Newer(kind, 4, "a frame of version", frame[4], FrameVersion);
        if (frame.Length < HeaderSize) throw Corrupt(kind, frame.Length, FormattableString.Invariant($"it ends within its header of {HeaderSize} bytes"));
        if (frame[4] == 0) throw Corrupt(kind, 4, "there is no version 0");
    }

    private static void CheckKind(FrameKind kind, ReadOnlySpan<byte> frame)
    {
        if (frame[5] != kind.Tag) throw new HistoryException(HistoryFault.Foreign, $"A {kind.Name} was expected; byte 5 says that it is a {FrameKind.NameOf(frame[5])}.");
        if (frame[6] > kind.Version) throw Newer(kind, 6, "version", frame[6], kind.Version);
        if (frame[6] == 0) throw Corrupt(kind, 6, "there is no version 0");
        if (frame[7] != MessagePackCodec) throw Newer(kind, 7, "codec", frame[7], MessagePackCodec);
    }

    private static HistoryException Newer(FrameKind kind, int offset, string what, byte found, byte known) =>
        new(HistoryFault.NewerFormat, FormattableString.Invariant($"The {kind.Name} is of a newer form: byte {offset} says {what} {found}, this library knows {known}. Update AstRegistry."));

    private static uint ChecksumOf(ReadOnlySpan<byte> frame) => Crc32C.Append(Crc32C.Append(0, frame[..ChecksumOffset]), frame[HeaderSize..]);
}
