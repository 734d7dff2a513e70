namespace AstRegistry.Locking;

/// <summary>Compares two lock files, id by id.</summary>
internal static class LockDiff
{
    /// <summary>What changed from the old file to the new one. O(n). Of faulty files the sound records count.</summary>
    public static LockDifference Between(LockFile old, LockFile @new)
    {
        var changes = new List<LockChange>();
        int atOld = 0, atNew = 0;
        while (atOld < old.Records.Count || atNew < @new.Records.Count)
        {
            var before = atOld < old.Records.Count ? old.Records[atOld] : null;
            var after = atNew < @new.Records.Count ? @new.Records[atNew] : null;
            if (before is not null && after is not null && before.Id != after.Id)
            {
                if (before.Id < after.Id) after = null;
                else before = null;
            }

            if (before is not null) atOld++;
            if (after is not null) atNew++;
            if (before != after) changes.Add(Change(old, before, @new, after));
        }

        return Sorted(changes);
    }

    /// <summary>The changes in the order in which people look for them.</summary>
    public static LockDifference Sorted(List<LockChange> changes)
    {
        changes.Sort(static (one, other) => one.Key != other.Key ? one.Key.CompareTo(other.Key) : one.Id.CompareTo(other.Id));
        return new(changes);
    }

    private static LockChange Change(LockFile old, LockRecord? before, LockFile @new, LockRecord? after)
    {
        if (before is null) return new(LockChangeKind.Added, null, after);
        if (after is null) return new(LockChangeKind.Removed, before, null);
        if (before.IsRetired != after.IsRetired) return new(after.IsRetired ? LockChangeKind.Retired : LockChangeKind.Revived, before, after);
        return before.Key == after.Key ? new(LockChangeKind.Retargeted, before, after) : Rename(old, before, @new, after);
    }

    private static LockChange Rename(LockFile old, LockRecord before, LockFile @new, LockRecord after)
    {
        var from = ContainedName.Of(before.Key, old);
        var to = ContainedName.Of(after.Key, @new);
        if (from.Container == to.Container) return new(LockChangeKind.Renamed, before, after);
        if (from.ContainerId is not { } container || container != to.ContainerId) return new(LockChangeKind.Moved, before, after);
        var isInherited = from.Name == to.Name && before.Key.Kind == after.Key.Kind;
        return new(isInherited ? LockChangeKind.Moved : LockChangeKind.Renamed, before, after, isInherited);
    }
}
