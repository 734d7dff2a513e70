namespace AstRegistry.Packing;

/// <summary>Reads the module keys of a project.</summary>
internal static class InventoryReader
{
    /// <summary>The most bytes that a number takes.</summary>
    private const int CountLength = 5;

    /// <summary>The entries of a text that <c>InventoryWriter</c> wrote, in ordinal order of their keys.</summary>
    /// <exception cref="PackedDataException">Another format version, or damaged data.</exception>
    public static InventoryEntry[] Read(string text)
    {
        var bytes = PackedBytes.Open(text, PackedForm.Inventory);
        var at = PackedBytes.HeaderLength;
        var entries = new InventoryEntry[ReadCount(bytes, ref at, bytes.Length)];
        var walker = new InventoryWalker<RangeDecoder>();
        walker.Coder.Bits = new RangeDecoder(bytes, at, bytes.Length - at);
        walker.Texts.Limit = PackedFormat.UnitsIn(bytes.Length - at);
        var previous = "";
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = walker.Entry(previous, new InventoryEntry("", []));
            previous = entries[i].Key;
        }

        return entries;
    }

    /// <summary>The number of entries, which stands at the beginning; nothing behind it is decoded, so damage there is not seen.</summary>
    /// <exception cref="PackedDataException">Another format version, or damaged data.</exception>
    public static int Count(string text)
    {
        var bytes = PayloadText.DecodeStart(text, PackedBytes.HeaderLength + CountLength);
        PackedBytes.CheckHeader(bytes, PackedForm.Inventory);
        var at = PackedBytes.HeaderLength;
        return ReadCount(bytes, ref at, text.Length * 2);
    }

    // An entry takes at least its seven bits of bucket.
    private static int ReadCount(byte[] bytes, ref int at, int length) => PackedBytes.Read(bytes, ref at, length * 2, PackedForm.Inventory);
}
