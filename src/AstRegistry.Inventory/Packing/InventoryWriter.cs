namespace AstRegistry.Packing;

/// <summary>Packs the module keys of a project.</summary>
internal static class InventoryWriter
{
    /// <summary>The text of some modules; the same for any order of the same entries.</summary>
    public static string Write(IEnumerable<InventoryEntry> entries)
    {
        var sorted = entries.ToArray();
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Key, right.Key));
        var walker = new InventoryWalker<RangeEncoder>();
        walker.Coder.Bits = new RangeEncoder(new byte[4096]);
        var previous = "";
        foreach (var entry in sorted) previous = walker.Entry(previous, entry).Key;

        var body = walker.Coder.Bits.Finish(PackedFormat.BytesFor(walker.Texts.Spent));
        var header = new byte[PackedBytes.HeaderLength + 5];
        var length = PackedBytes.Write(header, PackedBytes.HeaderLength, (uint)sorted.Length);
        var bytes = new byte[length + body.Length];
        Buffer.BlockCopy(header, 0, bytes, 0, length);
        Buffer.BlockCopy(body, 0, bytes, length, body.Length);
        PackedBytes.Seal(bytes, PackedForm.Inventory);
        return PayloadText.Encode(bytes);
    }
}
