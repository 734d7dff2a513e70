using System.Globalization;

namespace AstRegistry.Locking;

/// <summary>Finds lines that contradict each other, and keeps the first of them. The two sides of a conflict do not count against each other.</summary>
internal sealed class LockConsistency(List<LockLine> lines, List<LockFault> faults)
{
    private const int IdColumn = 1;
    private const int IdLength = 16;

    private readonly List<LockRecord> _records = new(lines.Count);

    /// <summary>How many lines repeat another one.</summary>
    public int Duplicates { get; private set; }

    /// <summary>The records that are kept, sorted by id.</summary>
    public IReadOnlyList<LockRecord> Run()
    {
        var sorted = Sorted();
        var kept = new List<LockLine>(sorted.Count);
        for (var i = 0; i < sorted.Count;)
        {
            var next = i + 1;
            while (next < sorted.Count && sorted[next].Record.Id == sorted[i].Record.Id) next++;
            KeepFirst(sorted, i, next, kept);
            i = next;
        }

        CheckKeys(kept);
        return _records;
    }

    private List<LockLine> Sorted()
    {
        var sorted = lines.FindAll(static line => line.Side != LockSide.Ancestor);
        for (var i = 1; i < sorted.Count; i++)
        {
            if (Compare(sorted[i - 1], sorted[i]) <= 0) continue;
            sorted.Sort(Compare);
            break;
        }

        return sorted;
    }

    private static int Compare(LockLine one, LockLine other) =>
        one.Record.Id != other.Record.Id ? one.Record.Id.CompareTo(other.Record.Id) : one.Line.CompareTo(other.Line);

    /// <summary>Compares the lines of one id with the first of them that they must agree with.</summary>
    private void KeepFirst(List<LockLine> sorted, int from, int to, List<LockLine> kept)
    {
        kept.Add(sorted[from]);
        if (to == from + 1) return;
        LockLine? ours = null, theirs = null;
        for (var i = from; i < to; i++)
        {
            var line = sorted[i];
            var earlier = line.Side switch
            {
                LockSide.Ours => ours,
                LockSide.Theirs => theirs,
                _ => Earlier(ours, theirs),
            };
            if (earlier is { } first) Compare(line, first, isOwnSide: line.Side == first.Side);
            if (line.Side != LockSide.Theirs) ours ??= line;
            if (line.Side != LockSide.Ours) theirs ??= line;
        }
    }

    private static LockLine? Earlier(LockLine? one, LockLine? other) =>
        one is null || (other is not null && other.Value.Line < one.Value.Line) ? other : one;

    private void Compare(LockLine line, LockLine first, bool isOwnSide)
    {
        var (record, earlier) = (line.Record, first.Record);
        if (record == earlier)
        {
            if (isOwnSide) Duplicates++;
            return;
        }

        var kind = record.IsRetired != earlier.IsRetired ? LockFaultKind.RetiredAndLive
            : record.Key != earlier.Key ? LockFaultKind.IdWithTwoKeys
            : LockFaultKind.ContradictoryRecords;
        faults.Add(new(kind, line.Line, IdColumn, IdLength, record.Id.ToString("x16", CultureInfo.InvariantCulture), first.Line));
    }

    private void CheckKeys(List<LockLine> kept)
    {
        var live = new Dictionary<LockKey, int>(kept.Count);
        var dropped = new HashSet<int>();
        for (var i = 0; i < kept.Count; i++)
        {
            var record = kept[i].Record;
            if (record.IsRetired) continue;
            if (!live.TryGetValue(record.Key, out var other))
            {
                live.Add(record.Key, i);
                continue;
            }

            // The first line in the file is kept, as for ids.
            var (first, second) = kept[other].Line < kept[i].Line ? (other, i) : (i, other);
            live[record.Key] = first;
            dropped.Add(second);
            if (AreOpposed(kept[first].Side, kept[second].Side)) continue;
            faults.Add(new(LockFaultKind.KeyWithTwoIds, kept[second].Line, IdColumn, IdLength, record.Key.ToString(), kept[first].Line));
        }

        for (var i = 0; i < kept.Count; i++)
        {
            if (!dropped.Contains(i)) _records.Add(kept[i].Record);
        }
    }

    private static bool AreOpposed(LockSide one, LockSide other) =>
        (one, other) is (LockSide.Ours, LockSide.Theirs) or (LockSide.Theirs, LockSide.Ours);
}
