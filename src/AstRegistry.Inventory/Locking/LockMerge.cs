namespace AstRegistry.Locking;

/// <summary>Merges lock files record by record, by id.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>What only one side changed is as that side has it; what both changed alike is as both have it.</item>
/// <item>An id that both sides added is taken to have begun as the plain record of its first key, so a rename on one side holds.</item>
/// <item>Retired on one side, renamed or found in other targets on the other: the live record stays. Retired and unchanged: retired.</item>
/// <item>Removed on one side and changed on the other: what was changed stays, unless it was renamed, which is a conflict.</item>
/// <item>Lists of targets merge target by target.</item>
/// <item>Conflicts: the sides gave one id different keys; or their records together give one key two ids, by salts or because one side took
/// for new what the other one knew to be renamed. Neither is decided here, because either id may be stored somewhere.</item>
/// </list>
/// </remarks>
internal static class LockMerge
{
    /// <summary>Merges what two sides made of a common ancestor. O(n). Refused where a side is faulty; of a faulty ancestor the sound records count.</summary>
    public static LockMergeResult Merge(LockFile ancestor, LockFile ours, LockFile theirs, LockMergeLabels? labels = null)
    {
        if (ours.IsFaulty || theirs.IsFaulty) return new(null, [], ours.IsFaulty ? ours.Faults : theirs.Faults);
        return Merge(ancestor.Records, ours.Records, theirs.Records, isAncestorKnown: true, labels);
    }

    /// <summary>
    /// Settles the conflicts that are marked in a file, as far as the sides do not contradict each other; what is left keeps its markers.
    /// Refused where the file has other faults, or markers that do not belong together.
    /// </summary>
    /// <remarks>
    /// Without the ancestor's lines (<c>merge.conflictStyle</c> <c>diff3</c> and <c>zdiff3</c> write them), a record that one side has is taken
    /// as added, one that says what it was as younger than the one with its first key, and a retired one as younger than a live one with the
    /// same key.
    /// </remarks>
    public static LockMergeResult Resolve(LockFile file, LockMergeLabels? labels = null)
    {
        if (!file.IsFaulty) return new(file.ToText(), [], []);
        if (file.ConflictedLines is not { } lines || file.Faults.Any(static fault => fault.Kind != LockFaultKind.ConflictMarker)) return new(null, [], file.Faults);
        var ancestor = file.ConflictsHaveAncestors ? View(lines, LockSide.Ancestor) : [];
        return Merge(ancestor, View(lines, LockSide.Ours), View(lines, LockSide.Theirs), file.ConflictsHaveAncestors, labels);
    }

    private static LockMergeResult Merge(
        IReadOnlyList<LockRecord> ancestor, IReadOnlyList<LockRecord> ours, IReadOnlyList<LockRecord> theirs, bool isAncestorKnown, LockMergeLabels? labels)
    {
        var ids = new List<MergedId>(Math.Max(ours.Count, theirs.Count));
        int atAncestor = 0, atOurs = 0, atTheirs = 0;
        while (atOurs < ours.Count || atTheirs < theirs.Count)
        {
            var id = Math.Min(IdAt(ours, atOurs), IdAt(theirs, atTheirs));
            while (IdAt(ancestor, atAncestor) < id) atAncestor++;
            var here = Take(ancestor, ref atAncestor, id);
            var our = Take(ours, ref atOurs, id);
            var their = Take(theirs, ref atTheirs, id);
            var isMerged = RecordMerge.TryMerge(here, our, their, isAncestorKnown, out var record);
            ids.Add(new(our, their, isMerged ? record : null, !isMerged));
        }

        var groups = new ConflictGroups(ids);
        var conflicts = groups.Find();
        return new(ConflictText.Write(groups.Clean(), conflicts, labels ?? new()), conflicts, []);
    }

    private static ulong IdAt(IReadOnlyList<LockRecord> records, int at) => at < records.Count ? records[at].Id : ulong.MaxValue;

    private static LockRecord? Take(IReadOnlyList<LockRecord> records, ref int at, ulong id) => at < records.Count && records[at].Id == id ? records[at++] : null;

    /// <summary>The records that one side of the conflicts sees, sorted by id, each id once.</summary>
    private static List<LockRecord> View(IReadOnlyList<LockLine> lines, LockSide side)
    {
        var records = new SortedDictionary<ulong, LockRecord>();
        foreach (var line in lines)
        {
            if ((line.Side == LockSide.Common || line.Side == side) && !records.ContainsKey(line.Record.Id)) records.Add(line.Record.Id, line.Record);
        }

        return [.. records.Values];
    }
}
