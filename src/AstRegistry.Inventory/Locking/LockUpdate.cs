using AstRegistry.Identity;

namespace AstRegistry.Locking;

/// <summary>Brings a lock file in step with the code.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>A declaration with a record keeps its id, and so does one that was renamed: see <see cref="RenamePlan"/>.</item>
/// <item>A declaration without a record gets a new id: see <see cref="IdAllocation"/>. All ids of the file count as taken, so one that was
/// retired is never given again, not even to the same key.</item>
/// <item>A record without a declaration is retired.</item>
/// </list>
/// <para>A second update changes nothing, and the order of the inputs does not matter.</para>
/// </remarks>
internal static class LockUpdate
{
    /// <summary>The lock file that is in step with the code. O(n log n).</summary>
    /// <param name="old">The file as it is. Conflicts in it are settled where they can be; with other faults the update is refused.</param>
    /// <param name="project">The assembly name, which enters new ids.</param>
    /// <param name="code">All types and members of the project, in any order. What comes twice exists in the targets of either.</param>
    /// <param name="renames">What was renamed since the old file was in step, in any order. Claims that cannot hold change nothing.</param>
    /// <param name="options">How to go about it.</param>
    public static LockUpdateResult Compute(
        LockFile old, string project, IReadOnlyCollection<LockEntry> code, IReadOnlyCollection<(LockKey From, LockKey To)> renames, LockUpdateOptions options)
    {
        var hash = options.Hash ?? LockUpdateOptions.HashIn(project);
        if (Settle(old) is not { } settled) return Refuse(old, old.Faults);
        if (FindCut(settled, hash) is { } cut) return Refuse(old, [cut]);
        return Update(settled, Declared(code, options.AllTargets), renames, hash, options.IsSparse) with { Faults = old.Faults };
    }

    private static LockUpdateResult Refuse(LockFile old, IReadOnlyList<LockFault> faults) => new(old, new([]), 0, true, faults);

    /// <summary>The file without its conflicts; null where it cannot be had.</summary>
    private static LockFile? Settle(LockFile old)
    {
        if (!old.IsFaulty) return old;
        var resolved = LockMerge.Resolve(old);
        return resolved.IsClean ? LockFile.Parse(resolved.Text!) : null;
    }

    /// <summary>A last line without end may be whole or cut within its key. Only in the first case does its id follow from it.</summary>
    private static LockFault? FindCut(LockFile file, Func<LockKey, MemberHash> hash)
    {
        if (file.UnterminatedLine is not { Record: var record, Line: var line }) return null;
        var plain = hash(record.FirstKey);
        return record.Id == (record.Salt == 0 ? plain.Id : plain.Salted(record.Salt)) ? null : new(LockFaultKind.TruncatedLine, line, 1, 16, record.Key.Key);
    }

    /// <summary>The targets of each declaration. A declaration without any name left, in broken code, has no place in a lock file.</summary>
    private static Dictionary<LockKey, LockTargets> Declared(IReadOnlyCollection<LockEntry> code, LockTargets all)
    {
        var declared = new Dictionary<LockKey, LockTargets>(code.Count);
        foreach (var (key, targets) in code)
        {
            if (key.Key.Length == 0) continue;
            declared[key] = declared.TryGetValue(key, out var others) ? others.Union(targets) : targets;
        }

        if (all.IsAll) return declared.Keys.ToDictionary(static key => key, static _ => LockTargets.All);
        foreach (var (key, targets) in declared.Where(static entry => !entry.Value.IsAll).Select(static entry => (entry.Key, entry.Value)).ToList())
        {
            if (all.Names.All(targets.Names.Contains)) declared[key] = LockTargets.All;
        }

        return declared;
    }

    private static LockUpdateResult Update(
        LockFile old, Dictionary<LockKey, LockTargets> declared, IReadOnlyCollection<(LockKey From, LockKey To)> renames, Func<LockKey, MemberHash> hash, bool isSparse)
    {
        var taken = new HashSet<ulong>(old.Records.Select(static record => record.Id));

        // A sparse file does not name what has its plain id: every key that nobody else took the plain id of.
        bool IsUnsaid(LockKey key) => isSparse && old.FindLive(key) is null && !taken.Contains(hash(key).Id);
        var plan = RenamePlan.Of(renames, key => old.FindLive(key) is not null || IsUnsaid(key), key => old.FindLive(key) is not null, declared.ContainsKey);
        var before = old.Records.Concat(plan.Keys.Where(IsUnsaid).OrderBy(static key => key).Select(key => new LockRecord(hash(key).Id, key))).ToList();

        var after = new List<LockRecord>(before.Count);
        var recorded = new HashSet<LockKey>();
        foreach (var record in before)
        {
            var next = Next(record, plan, declared);
            after.Add(next);
            if (!next.IsRetired) recorded.Add(next.Key);
        }

        taken.UnionWith(after.Select(static record => record.Id));
        var newcomers = IdAllocation.Allocate(declared.Keys.Where(key => !recorded.Contains(key)).Select(key => (key, hash(key))), taken);
        foreach (var newcomer in newcomers)
        {
            var record = newcomer with { Targets = declared[newcomer.Key] };
            after.Add(record);
            if (isSparse && record.Salt == 0) before.Add(record);
        }

        return Result(old, before, after, isSparse ? new SparseRecords(after, hash).IsSaid : static _ => true);
    }

    private static LockRecord Next(LockRecord record, Dictionary<LockKey, LockKey> plan, Dictionary<LockKey, LockTargets> declared)
    {
        if (record.IsRetired) return record;
        if (plan.TryGetValue(record.Key, out var key)) record = record.Renamed(key);
        return declared.TryGetValue(record.Key, out var targets) ? record with { Targets = targets } : record.Retired();
    }

    private static LockUpdateResult Result(LockFile old, List<LockRecord> before, List<LockRecord> after, Func<LockRecord, bool> isSaid)
    {
        var changes = LockDiff.Between(LockFile.Of(before), LockFile.Of(after)).Changes.ToList();
        var unchanged = after.Count(static record => !record.IsRetired) - changes.Count(static change => change.After is { IsRetired: false });
        var changed = new HashSet<ulong>(changes.Select(static change => change.Id));
        foreach (var record in after)
        {
            // Said by the old file, true, and not worth a line in a sparse one.
            if (!isSaid(record) && !changed.Contains(record.Id) && old.Find(record.Id) is { } dropped) changes.Add(new(LockChangeKind.Removed, dropped, null));
        }

        return new(LockFile.Of(after.Where(isSaid)), LockDiff.Sorted(changes), unchanged, false, []);
    }
}
