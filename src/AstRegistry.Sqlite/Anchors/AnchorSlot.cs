using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AstRegistry.Codec;

namespace AstRegistry.Sqlite;

/// <summary>
/// One of the two places of a registry in the anchor, as long as a sector of a disk, so that a write either happens or does not:
/// <c>checksum 4 · length of the name 4 · sequence 8 · revision 8 · epoch 8 · hash 32 · SHA-256 of the name 32 · name</c>, numbers little-endian.
/// </summary>
internal static class AnchorSlot
{
    public const int Size = 512;

    private const int NamePlace = 96;
    private const int MaxNameBytes = Size - NamePlace;

    /// <summary>What tells registries apart, also where their names are too long for a slot.</summary>
    public static ChainHash KeyOf(string registry) => new(SHA256.HashData(Encoding.UTF8.GetBytes(registry)));

    public static void Write(Span<byte> slot, long sequence, in ChainHash key, in AnchorEntry entry)
    {
        slot = slot[..Size];
        slot.Clear();
        var name = Encoding.UTF8.GetBytes(entry.Registry);
        var length = Math.Min(name.Length, MaxNameBytes);
        BinaryPrimitives.WriteInt32LittleEndian(slot[4..], length);
        BinaryPrimitives.WriteInt64LittleEndian(slot[8..], sequence);
        BinaryPrimitives.WriteInt64LittleEndian(slot[16..], entry.Revision);
        BinaryPrimitives.WriteInt64LittleEndian(slot[24..], entry.Epoch);
        entry.Hash.CopyTo(slot[32..]);
        key.CopyTo(slot[64..]);
        name.AsSpan(0, length).CopyTo(slot[NamePlace..]);
        BinaryPrimitives.WriteUInt32LittleEndian(slot, ChecksumOf(slot));
    }

    /// <summary>Reads a slot; false if it was never written, or not to its end, or was damaged.</summary>
    public static bool TryRead(ReadOnlySpan<byte> slot, out long sequence, out ChainHash key, out AnchorEntry entry)
    {
        slot = slot[..Size];
        sequence = BinaryPrimitives.ReadInt64LittleEndian(slot[8..]);
        key = new(slot.Slice(64, ChainHash.Size));
        entry = default;
        var length = BinaryPrimitives.ReadInt32LittleEndian(slot[4..]);
        if (length is <= 0 or > MaxNameBytes || BinaryPrimitives.ReadUInt32LittleEndian(slot) != ChecksumOf(slot)) return false;
        entry = new(
            Encoding.UTF8.GetString(slot.Slice(NamePlace, length)),
            BinaryPrimitives.ReadInt64LittleEndian(slot[16..]),
            BinaryPrimitives.ReadInt64LittleEndian(slot[24..]),
            new(slot.Slice(32, ChainHash.Size)));
        return true;
    }

    private static uint ChecksumOf(ReadOnlySpan<byte> slot) => Crc32C.Append(0, slot[4..]);
}
