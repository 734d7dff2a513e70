namespace AstRegistry.Packing;

/// <summary>Writes the text that <see cref="IdIndex"/> searches.</summary>
internal static class IdIndexWriter
{
    private const int LoadPercent = 87;

    /// <summary>
    /// The index of some ids; the same for any order of the same pairs. An id may stand in several buckets. Empty for none.
    /// </summary>
    public static string Write(IEnumerable<(ulong Id, int Bucket)> entries)
    {
        var sorted = Sort(entries as (ulong, int)[] ?? entries.ToArray());
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1]) sorted[count++] = sorted[i];
        }

        if (count == 0) return "";

        // One slot stays empty, so that every search ends.
        var slots = new uint[(int)((count * 100L) / LoadPercent) + 1];
        for (var i = 0; i < count; i++)
        {
            var slot = IdIndex.HomeOf(sorted[i].Id, slots.Length);
            while (slots[slot] != IdIndex.Empty) slot = slot + 1 == slots.Length ? 0 : slot + 1;
            slots[slot] = IdIndex.SlotOf(sorted[i].Id, sorted[i].Bucket);
        }

        var text = new char[slots.Length];
        for (var i = 0; i < text.Length; i++) text[i] = PayloadText.CharacterOf(slots[i]);
        return new string(text);
    }

    /// <summary>
    /// Orders by id, then by bucket. Ids are hashes, so their leading bits alone spread them over bins of about one id each, which is several
    /// times faster than comparing: at each edit of a signature all ids of a project pass through here.
    /// </summary>
    private static (ulong Id, int Bucket)[] Sort((ulong Id, int Bucket)[] entries)
    {
        const int bits = 16;
        var ends = new int[(1 << bits) + 1];
        foreach (var entry in entries) ends[(int)(entry.Id >> (64 - bits)) + 1]++;
        for (var bin = 1; bin < ends.Length; bin++) ends[bin] += ends[bin - 1];

        var sorted = new (ulong Id, int Bucket)[entries.Length];
        foreach (var entry in entries) sorted[ends[(int)(entry.Id >> (64 - bits))]++] = entry;

        var start = 0;
        for (var bin = 0; bin < 1 << bits; bin++)
        {
            if (ends[bin] - start > 1) Array.Sort(sorted, start, ends[bin] - start);
            start = ends[bin];
        }

        return sorted;
    }
}
