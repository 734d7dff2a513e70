using AstRegistry.Identity;

namespace AstRegistry.Locking;

/// <summary>
/// Which records a sparse file keeps: those that say more than the plain hash does, and those whose plain id a salted one had to avoid,
/// because without them the next newcomer with that hash would take it.
/// </summary>
internal sealed class SparseRecords
{
    private readonly HashSet<ulong> _contested = [];

    public SparseRecords(IEnumerable<LockRecord> records, Func<LockKey, MemberHash> hash)
    {
        foreach (var record in records)
        {
            if (record.Salt == 0) continue;
            var plain = hash(record.FirstKey);
            _contested.Add(plain.Id);
            for (var salt = 1; salt < record.Salt; salt++) _contested.Add(plain.Salted(salt));
        }
    }

    /// <summary>Whether a sparse file keeps the record.</summary>
    public bool IsSaid(LockRecord record) => record.Was is not null || record.Salt > 0 || record.IsRetired || _contested.Contains(record.Id);
}
