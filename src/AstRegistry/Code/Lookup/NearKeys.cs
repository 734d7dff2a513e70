namespace AstRegistry.Code;

/// <summary>Finds the keys that someone may have meant who asked for one that does not exist.</summary>
internal static class NearKeys
{
    private const int Count = 3;
    private const int MaxDistance = 12;

    /// <summary>Behind keys that differ by less than a distance can tell: letter case, another overload, a missing namespace.</summary>
    private const int FirstDistanceRank = 3;

    /// <summary>The end of an error message: <c> Near: 'Shop.Cart', 'Shop.Card'.</c>, or nothing when no key is near.</summary>
    public static string Hint(string key, IEnumerable<string> keys)
    {
        var near = Of(key, keys);
        return near.Count == 0 ? "" : " Near: " + string.Join(", ", near.Select(static key => $"'{key}'")) + ".";
    }

    /// <summary>Up to three keys, the nearest first, equally near ones in ordinal order.</summary>
    public static IReadOnlyList<string> Of(string key, IEnumerable<string> keys)
    {
        var near = new List<(int Rank, string Key)>();
        foreach (var candidate in keys)
        {
            var rank = Rank(key, candidate);
            if (rank < int.MaxValue) near.Add((rank, candidate));
        }

        return [.. near.OrderBy(static entry => entry.Rank).ThenBy(static entry => entry.Key, StringComparer.Ordinal)
            .Select(static entry => entry.Key).Distinct(StringComparer.Ordinal).Take(Count)];
    }

    private static int Rank(string key, string candidate)
    {
        if (candidate.Equals(key, StringComparison.OrdinalIgnoreCase)) return 0;
        var name = WithoutParameters(key);
        var other = WithoutParameters(candidate);
        if (name.Length > 0 && other.Equals(name, StringComparison.OrdinalIgnoreCase)) return 1;
        if (IsTail(name, other)) return 2;
        var limit = Math.Min(MaxDistance, name.Length / 3);
        var distance = Distance(name, other, limit);
        return distance > limit ? int.MaxValue : FirstDistanceRank + distance;
    }

    private static ReadOnlySpan<char> WithoutParameters(string key)
    {
        var end = key.AsSpan().IndexOfAny('(', '[');
        return end < 0 ? key : key.AsSpan(0, end);
    }

    private static bool IsTail(ReadOnlySpan<char> name, ReadOnlySpan<char> other) =>
        name.Length > 0 && other.Length > name.Length && other[^(name.Length + 1)] is '.' or '+'
        && other.EndsWith(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The number of characters to insert, remove or replace, or anything above the limit.</summary>
    private static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit) return limit + 1;
        var common = left.CommonPrefixLength(right);
        left = left[common..];
        right = right[common..];
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            var best = row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
                best = Math.Min(best, row[j]);
            }

            if (best > limit) return limit + 1;
        }

        return row[^1];
    }
}
