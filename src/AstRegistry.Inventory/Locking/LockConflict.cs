namespace AstRegistry.Locking;

/// <summary>Why two sides cannot be merged.</summary>
internal enum LockConflictKind
{
    /// <summary>Each side gave one id another meaning.</summary>
    IdWithTwoKeys,

    /// <summary>Each side gave one key another id.</summary>
    KeyWithTwoIds,
}

/// <summary>Records of two sides that contradict each other.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Ours">Our records, sorted by id.</param>
/// <param name="Theirs">Their records, sorted by id.</param>
internal sealed record LockConflict(LockConflictKind Kind, IReadOnlyList<LockRecord> Ours, IReadOnlyList<LockRecord> Theirs)
{
    /// <summary>The least id of the records.</summary>
    public ulong FirstId => Math.Min(Ours.Count == 0 ? ulong.MaxValue : Ours[0].Id, Theirs.Count == 0 ? ulong.MaxValue : Theirs[0].Id);
}
