namespace AstRegistry.Sqlite;

/// <summary>The two slots of a registry in the anchor, written in turn, so that one is whole whatever happens to the other.</summary>
internal sealed class AnchorRecord(long place, long sequence, ChainHash key, AnchorEntry entry)
{
    public const int Size = 2 * AnchorSlot.Size;

    /// <summary>Where the record begins in the file.</summary>
    public long Place => place;

    /// <summary>The number of the last write.</summary>
    public long Sequence { get; private set; } = sequence;

    public ChainHash Key => key;

    public AnchorEntry Entry { get; private set; } = entry;

    public static bool TryRead(ReadOnlySpan<byte> bytes, long place, out AnchorRecord record)
    {
        var isFirst = AnchorSlot.TryRead(bytes, out var firstSequence, out var firstKey, out var first);
        var isSecond = AnchorSlot.TryRead(bytes[AnchorSlot.Size..], out var secondSequence, out var secondKey, out var second);
        record = isSecond && (!isFirst || secondSequence > firstSequence) ? new(place, secondSequence, secondKey, second) : new(place, firstSequence, firstKey, first);
        return isFirst || isSecond;
    }

    /// <summary>Takes an entry, puts it in the slot whose turn it is, and gives the place of that slot.</summary>
    public long Put(in AnchorEntry entry, Span<byte> slot)
    {
        Sequence++;
        Entry = entry;
        AnchorSlot.Write(slot, Sequence, key, entry);
        return place + ((Sequence & 1) * AnchorSlot.Size);
    }
}
