namespace AstRegistry.Packing;

/// <summary>The one walk over the sorted module keys that serves writer and reader.</summary>
internal sealed class InventoryWalker<TBits>
    where TBits : struct, IBitCoder
{
    private const int BucketBits = 7;

    public InventoryWalker()
    {
        Coder = new AdaptiveCoder<TBits>(new uint[PackedFormat.Slots]);
        Texts = new TextCoder<TBits>(Coder);
    }

    /// <summary>The model and the bits below.</summary>
    public AdaptiveCoder<TBits> Coder { get; }

    /// <summary>Spells the keys.</summary>
    public TextCoder<TBits> Texts { get; }

    /// <summary>Codes one entry: what its key shares with the one before, the rest of the key, and its buckets.</summary>
    public InventoryEntry Entry(string previous, InventoryEntry entry)
    {
        var key = Texts.Code(previous, entry.Key);
        var count = (int)Coder.Number(1, 1, (uint)entry.Buckets.Length);
        if (count > PackedFormat.Buckets) throw PackedBytes.Refusal(PackedForm.Inventory, "a module in more buckets than there are");
        var buckets = count == 1 ? InventoryEntry.OneBucket(0) : new int[count];
        for (var i = 0; i < count; i++)
        {
            var bucket = (int)Coder.Bits.CodeRaw(i < entry.Buckets.Length ? (uint)entry.Buckets[i] : 0, BucketBits);
            if (count == 1) buckets = InventoryEntry.OneBucket(bucket);
            else buckets[i] = bucket;
        }

        return new InventoryEntry(key, buckets);
    }
}
