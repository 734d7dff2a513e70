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
        var sorted = entries.ToArray();
        Array.Sort(sorted);
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
}
