namespace AstRegistry.Locking;

/// <summary>Which of the claimed renames hold, given what the lock file records and what the code declares.</summary>
/// <remarks>
/// All renames of one update happen at once, so names may be passed on in a row or in a circle. A rename holds if it is the only one from and
/// the only one to its keys, if its target is declared and no other record keeps it, and if its source is not declared any more, unless as
/// the target of another rename. A rename to a key that is neither declared nor recorded goes on to where that key was renamed.
/// </remarks>
internal static class RenamePlan
{
    /// <summary>The renames that hold, by their source.</summary>
    /// <param name="renames">The claims, in any order.</param>
    /// <param name="isKnown">Whether the id of a key is known.</param>
    /// <param name="isRecorded">Whether a key has a record that is not retired.</param>
    /// <param name="isDeclared">Whether the code declares a key.</param>
    public static Dictionary<LockKey, LockKey> Of(
        IEnumerable<(LockKey From, LockKey To)> renames, Func<LockKey, bool> isKnown, Func<LockKey, bool> isRecorded, Func<LockKey, bool> isDeclared)
    {
        var next = Unambiguous(renames);
        var plan = new Dictionary<LockKey, LockKey>();
        var passed = new HashSet<LockKey>();
        foreach (var from in next.Keys.Where(isKnown))
        {
            var to = next[from];
            while (!isDeclared(to) && !isRecorded(to) && to != from && next.TryGetValue(to, out var further))
            {
                passed.Add(to);
                to = further;
            }

            plan[from] = to;
        }

        foreach (var key in passed) plan.Remove(key);
        RemoveImpossible(plan, isRecorded, isDeclared);
        return plan;
    }

    private static Dictionary<LockKey, LockKey> Unambiguous(IEnumerable<(LockKey From, LockKey To)> renames)
    {
        var claims = renames.Distinct().Where(static claim => claim.From != claim.To).ToList();
        var sources = claims.ToLookup(static claim => claim.From);
        var targets = claims.ToLookup(static claim => claim.To);
        return claims.Where(claim => sources[claim.From].Count() == 1 && targets[claim.To].Count() == 1).ToDictionary(static claim => claim.From, static claim => claim.To);
    }

    /// <summary>Removes renames until none rests on one that was removed.</summary>
    private static void RemoveImpossible(Dictionary<LockKey, LockKey> plan, Func<LockKey, bool> isRecorded, Func<LockKey, bool> isDeclared)
    {
        List<LockKey> impossible;
        do
        {
            var targets = new HashSet<LockKey>(plan.Values);
            impossible = [.. plan.Where(rename => !isDeclared(rename.Value)
                || (isRecorded(rename.Value) && !plan.ContainsKey(rename.Value))
                || (isDeclared(rename.Key) && !targets.Contains(rename.Key))).Select(static rename => rename.Key)];
            foreach (var from in impossible) plan.Remove(from);
        }
        while (impossible.Count > 0);
    }
}
