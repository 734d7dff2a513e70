namespace AstRegistry.Packing;

/// <summary>Reads the module keys of a project.</summary>
internal static class InventoryReader
{
    /// <summary>The entries of a text that <c>InventoryWriter</c> wrote, in ordinal order of their keys.</summary>
    /// <exception cref="PackedDataException">Another format version, or damaged data.</exception>
    public static InventoryEntry[] Read(string text)
    {
        var bytes = PackedBytes.Open(text, PackedForm.Inventory);
        var at = PackedBytes.HeaderLength;

        // An entry takes at least its seven bits of bucket.
        var entries = new InventoryEntry[PackedBytes.Read(bytes, ref at, bytes.Length * 2, PackedForm.Inventory)];
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
}
