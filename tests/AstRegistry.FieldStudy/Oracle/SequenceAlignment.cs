namespace AstRegistry.FieldStudy.Oracle;

/// <summary>
/// Aligns two sequences: common ends first, a longest common subsequence where the rest is small enough for the exact table,
/// else patience (runs of three that occur once on both sides split it).
/// </summary>
internal static class SequenceAlignment
{
    private const long ExactCells = 4_000_000;
    private const int Run = 3;

    /// <summary>For each element of <paramref name="left"/> the index of its partner in <paramref name="right"/>, or -1.</summary>
    public static int[] Align(ulong[] left, ulong[] right)
    {
        var partner = new int[left.Length];
        Array.Fill(partner, -1);
        var work = new Stack<(int L, int LEnd, int R, int REnd)>();
        work.Push((0, left.Length, 0, right.Length));
        while (work.TryPop(out var range))
        {
            var (l, lEnd, r, rEnd) = range;
            while (l < lEnd && r < rEnd && left[l] == right[r]) partner[l++] = r++;
            while (l < lEnd && r < rEnd && left[lEnd - 1] == right[rEnd - 1]) partner[--lEnd] = --rEnd;
            if (l == lEnd || r == rEnd) continue;
            if ((long)(lEnd - l) * (rEnd - r) <= ExactCells)
            {
                Exact(left, l, lEnd, right, r, rEnd, partner);
                continue;
            }

            var runs = UniqueRuns(left, l, lEnd, right, r, rEnd);
            foreach (var (atLeft, atRight) in runs)
            {
                work.Push((l, atLeft, r, atRight));
                for (var i = 0; i < Run; i++) partner[atLeft + i] = atRight + i;
                l = atLeft + Run;
                r = atRight + Run;
            }

            if (runs.Count > 0) work.Push((l, lEnd, r, rEnd));
        }

        return partner;
    }

    private static void Exact(ulong[] left, int l, int lEnd, ulong[] right, int r, int rEnd, int[] partner)
    {
        int rows = lEnd - l, columns = rEnd - r;
        var length = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
            for (var j = columns - 1; j >= 0; j--)
                length[i, j] = left[l + i] == right[r + j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (left[l + i] == right[r + j] && length[i, j] == length[i + 1, j + 1] + 1) partner[l + i++] = r + j++;
            else if (length[i + 1, j] >= length[i, j + 1]) i++;
            else j++;
        }
    }

    /// <summary>Runs that occur once on both sides, reduced to a longest chain that rises on both sides without overlap.</summary>
    private static List<(int Left, int Right)> UniqueRuns(ulong[] left, int l, int lEnd, ulong[] right, int r, int rEnd)
    {
        var atLeft = Positions(left, l, lEnd);
        var atRight = Positions(right, r, rEnd);
        var pairs = atLeft.Where(p => p.Value >= 0 && atRight.TryGetValue(p.Key, out var other) && other >= 0)
            .Select(p => (Left: p.Value, Right: atRight[p.Key])).Order().ToList();
        var best = new List<int>();
        var previous = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            int low = 0, high = best.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[best[middle]].Right < pairs[i].Right) low = middle + 1;
                else high = middle;
            }

            previous[i] = low == 0 ? -1 : best[low - 1];
            if (low == best.Count) best.Add(i);
            else best[low] = i;
        }

        var chain = new List<(int Left, int Right)>();
        for (var i = best.Count == 0 ? -1 : best[^1]; i >= 0; i = previous[i]) chain.Add(pairs[i]);
        chain.Reverse();
        var apart = new List<(int Left, int Right)>();
        foreach (var pair in chain)
            if (apart.Count == 0 || (pair.Left >= apart[^1].Left + Run && pair.Right >= apart[^1].Right + Run)) apart.Add(pair);
        return apart;
    }

    private static Dictionary<(ulong, ulong, ulong), int> Positions(ulong[] sequence, int start, int end)
    {
        var positions = new Dictionary<(ulong, ulong, ulong), int>();
        for (var i = start; i + Run <= end; i++)
        {
            var key = (sequence[i], sequence[i + 1], sequence[i + 2]);
            positions[key] = positions.ContainsKey(key) ? -1 : i;
        }

        return positions;
    }
}
