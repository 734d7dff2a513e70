using AstRegistry.Identity;

namespace AstRegistry.Locking;

/// <summary>
/// Gives ids to newcomers: the plain one where it is free, else the first salted one that is. Among newcomers with equal plain ids the
/// ordinally smaller key has the plain one.
/// </summary>
internal static class IdAllocation
{
    /// <summary>The id of one newcomer, and the salt it took; the salt is 0 for the plain id.</summary>
    public static ulong Allocate(MemberHash hash, Func<ulong, bool> isTaken, out int salt)
    {
        salt = 0;
        var id = hash.Id;
        while (isTaken(id)) id = hash.Salted(++salt);
        return id;
    }

    /// <summary>The records of newcomers with different keys, given in any order; their ids are added to those that are taken.</summary>
    public static List<LockRecord> Allocate(IEnumerable<(LockKey Key, MemberHash Hash)> newcomers, HashSet<ulong> taken)
    {
        var sorted = newcomers.ToList();
        sorted.Sort(static (one, other) => one.Key.CompareTo(other.Key));

        // Plain ids first: a salted one must not push a newcomer from its plain id that comes later in the order.
        var hasPlain = sorted.ConvertAll(newcomer => taken.Add(newcomer.Hash.Id));
        var records = new List<LockRecord>(sorted.Count);
        for (var i = 0; i < sorted.Count; i++)
        {
            var (key, hash) = sorted[i];
            var salt = 0;
            var id = hasPlain[i] ? hash.Id : Allocate(hash, taken.Contains, out salt);
            taken.Add(id);
            records.Add(new LockRecord(id, key) { Salt = salt });
        }

        return records;
    }
}
