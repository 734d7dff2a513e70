namespace AstRegistry.Codec;

/// <summary>Turns a single value into MessagePack and back, without frame.</summary>
internal static class ValueCodec
{
    private static readonly FrameKind Kind = new(0, 1, "value");

    public static byte[] Encode(RegistryValue value)
    {
        using var writer = new MessagePackWriter();
        writer.WriteValue(value);
        return writer.Written.ToArray();
    }

    /// <exception cref="HistoryException">The bytes are not the canonical form of a value; the message names the offset and the reason.</exception>
    public static RegistryValue Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new MessagePackReader(bytes, Kind, 0);
        var value = reader.ReadValue();
        reader.End();
        return value;
    }
}
