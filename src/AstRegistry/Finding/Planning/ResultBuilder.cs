namespace AstRegistry.Finding;

/// <summary>Takes what a search finds into a result.</summary>
internal static class ResultBuilder
{
    private const int FirstSize = 64;

    public static FinderResult Take(Search search, int limit)
    {
        var size = Math.Min(Math.Min(search.MaxCount, limit), FirstSize);
        var entries = size == 0 ? [] : new RegistryEntry[size];
        var count = 0;
        while (search.TryNext(out var entry))
        {
            if (count == limit) return Of(entries, count, hasMore: true);
            if (count == entries.Length) Array.Resize(ref entries, Math.Min(limit, Math.Max(FirstSize, 2 * count)));
            entries[count++] = entry;
        }

        return Of(entries, count, hasMore: false);
    }

    private static FinderResult Of(RegistryEntry[] entries, int count, bool hasMore)
    {
        if (count == 0 && !hasMore) return FinderResult.Empty;
        if (count < entries.Length) Array.Resize(ref entries, count);
        return new(entries, hasMore);
    }
}
