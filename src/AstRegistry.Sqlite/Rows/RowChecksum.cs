using System.Buffers.Binary;
using System.Text;
using AstRegistry.Codec;

namespace AstRegistry.Sqlite;

/// <summary>
/// A CRC-32C over what a row holds. SQLite has none of its own, so that without it a damaged page would be believed.
/// </summary>
internal struct RowChecksum
{
    private uint _state;

    public readonly long Value => _state;

    /// <summary>Begins with the registry, so that a row under another name does not pass.</summary>
    public static RowChecksum Of(string registry)
    {
        var checksum = default(RowChecksum);
        checksum.Add(registry);
        return checksum;
    }

    public void Add(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        Add(bytes);
    }

    /// <summary>Adds the length too, so that neighbours cannot trade bytes.</summary>
    public void Add(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Add(bytes.Length);
        Add(bytes);
    }

    public void Add(ReadOnlySpan<byte> bytes) => _state = Crc32C.Append(_state, bytes);

    public void Add(in ChainHash hash)
    {
        Span<byte> bytes = stackalloc byte[ChainHash.Size];
        hash.CopyTo(bytes);
        Add(bytes);
    }
}
