using System.Buffers.Binary;
using AstRegistry.Codec;

namespace AstRegistry.Sqlite;

/// <summary>The beginning of an anchor: what it is, and the version of its form.</summary>
internal static class AnchorHeader
{
    public const int Size = AnchorSlot.Size;
    public const int Version = 1;

    private const int ChecksumPlace = 12;

    private static ReadOnlySpan<byte> Magic => "\u0089ASTA\r\n"u8;

    public static void Write(Span<byte> header, int version = Version)
    {
        header[..Size].Clear();
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], version);
        BinaryPrimitives.WriteUInt32LittleEndian(header[ChecksumPlace..], Crc32C.Append(0, header[..ChecksumPlace]));
    }

    /// <summary>The version of the form, or null if this is no header or a damaged one.</summary>
    public static int? Read(ReadOnlySpan<byte> header)
    {
        var isWhole = header.Length >= Size && header.StartsWith(Magic)
            && BinaryPrimitives.ReadUInt32LittleEndian(header[ChecksumPlace..]) == Crc32C.Append(0, header[..ChecksumPlace]);
        return isWhole ? BinaryPrimitives.ReadInt32LittleEndian(header[8..]) : null;
    }
}
