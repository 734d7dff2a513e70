namespace AstRegistry.Locking;

/// <summary>Merges what two sides say about one id. The rules stand at <see cref="LockMerge"/>.</summary>
internal static class RecordMerge
{
    /// <summary>The record that both sides together give; false where they give the id two meanings.</summary>
    /// <param name="ancestor">What the common ancestor says; null where it has no record, or nothing is known about it.</param>
    /// <param name="ours">What our side says; null for nothing.</param>
    /// <param name="theirs">What their side says; null for nothing.</param>
    /// <param name="isAncestorKnown">Whether the common ancestor is known.</param>
    /// <param name="merged">The record; null where it is to be removed. Means nothing after false.</param>
    public static bool TryMerge(LockRecord? ancestor, LockRecord? ours, LockRecord? theirs, bool isAncestorKnown, out LockRecord? merged)
    {
        merged = ours;
        if (ours == theirs || (isAncestorKnown && theirs == ancestor)) return true;
        merged = theirs;
        if (isAncestorKnown && ours == ancestor) return true;
        if (ours is null || theirs is null)
        {
            // Removed on one side. Without an ancestor it is more likely that the other one added it: records stay for ever.
            merged = ours ?? theirs;
            return !isAncestorKnown || merged!.IsRetired || merged.Key == ancestor?.Key;
        }

        return ours.FirstKey == theirs.FirstKey && ours.Salt == theirs.Salt && TryMergeBoth(ancestor, ours, theirs, isAncestorKnown, out merged);
    }

    private static bool TryMergeBoth(LockRecord? ancestor, LockRecord ours, LockRecord theirs, bool isAncestorKnown, out LockRecord? merged)
    {
        // An id begins as the plain record of its first key. That stands in for an ancestor without the record, or that nobody knows.
        var from = ancestor ?? new LockRecord(ours.Id, ours.FirstKey) { Salt = ours.Salt };
        merged = theirs;
        if (ours == from) return true;
        merged = ours;
        if (theirs == from) return true;
        if (ours.IsRetired != theirs.IsRetired)
        {
            merged = ours.IsRetired ? LiveOrRetired(from, theirs, ours, isAncestorKnown) : LiveOrRetired(from, ours, theirs, isAncestorKnown);
            return true;
        }

        LockKey key;
        if (ours.Key == theirs.Key || theirs.Key == from.Key) key = ours.Key;
        else if (ours.Key == from.Key) key = theirs.Key;
        else if (ours.IsRetired) key = ours.Key.CompareTo(theirs.Key) < 0 ? ours.Key : theirs.Key;
        else return false;
        merged = ours.Renamed(key) with { Targets = LockTargets.Merge(from.Targets, ours.Targets, theirs.Targets) };
        return true;
    }

    /// <summary>
    /// Which record stays where one side retired the id and the other one changed it. A declaration that is retired too late is retired by
    /// the next update; one that is retired too early never gets its id back.
    /// </summary>
    private static LockRecord LiveOrRetired(LockRecord from, LockRecord live, LockRecord retired, bool isAncestorKnown)
    {
        var isRenamed = live.Key != retired.Key;
        var isRetargeted = isAncestorKnown && live.Key == from.Key && live.Targets != from.Targets;
        return isRenamed || isRetargeted ? live : retired;
    }
}
