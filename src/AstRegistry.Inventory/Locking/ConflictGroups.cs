namespace AstRegistry.Locking;

/// <summary>What the two sides say about an id, and what comes of it.</summary>
/// <param name="Ours">Our record; null for none.</param>
/// <param name="Theirs">Their record; null for none.</param>
/// <param name="Merged">The merged record; null for none, or where the sides contradict each other.</param>
/// <param name="IsConflict">Whether the sides give the id two meanings.</param>
internal readonly record struct MergedId(LockRecord? Ours, LockRecord? Theirs, LockRecord? Merged, bool IsConflict);

/// <summary>
/// Gathers ids that have to be decided together, because they claim one key: a record that is merged claims its key, one in a conflict those
/// that it has on either side. So whichever side is chosen for a group, its keys are unique.
/// </summary>
internal sealed class ConflictGroups(IReadOnlyList<MergedId> ids)
{
    private readonly bool[] _isConflict = [.. ids.Select(static id => id.IsConflict)];

    /// <summary>For each id another one of its group; itself for the one that stands for the group.</summary>
    private readonly int[] _parent = [.. Enumerable.Range(0, ids.Count)];

    /// <summary>The conflicts, sorted by their first id.</summary>
    public List<LockConflict> Find()
    {
        while (JoinClaimants())
        {
            // An id that became part of a conflict claims more keys than before.
        }

        return
        [
            .. Enumerable.Range(0, ids.Count).Where(i => _isConflict[i]).GroupBy(Root).Select(Conflict)
                .OrderBy(static conflict => conflict.FirstId),
        ];
    }

    /// <summary>The merged records that are part of no conflict.</summary>
    public IEnumerable<LockRecord> Clean()
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (!_isConflict[i] && ids[i].Merged is { } record) yield return record;
        }
    }

    private LockConflict Conflict(IEnumerable<int> group)
    {
        var members = group.Select(i => ids[i]).ToList();
        return new(
            members.Exists(static id => id.IsConflict) ? LockConflictKind.IdWithTwoKeys : LockConflictKind.KeyWithTwoIds,
            [.. members.Where(static id => id.Ours is not null).Select(static id => id.Ours!)],
            [.. members.Where(static id => id.Theirs is not null).Select(static id => id.Theirs!)]);
    }

    /// <summary>Joins ids that claim one key; whether a conflict has a member more.</summary>
    private bool JoinClaimants()
    {
        var claimants = new Dictionary<LockKey, int>(ids.Count);
        var hasGrown = false;
        for (var i = 0; i < ids.Count; i++)
        {
            var id = ids[i];
            if (!_isConflict[i]) hasGrown |= Claim(claimants, id.Merged, i);
            else hasGrown |= Claim(claimants, id.Ours, i) | Claim(claimants, id.Theirs, i);
        }

        return hasGrown;
    }

    private bool Claim(Dictionary<LockKey, int> claimants, LockRecord? record, int claimant)
    {
        if (record is null || record.IsRetired) return false;
        if (!claimants.TryGetValue(record.Key, out var other))
        {
            claimants.Add(record.Key, claimant);
            return false;
        }

        if (other == claimant) return false;
        _parent[Root(claimant)] = Root(other);
        var isNew = !_isConflict[claimant] || !_isConflict[other];
        _isConflict[claimant] = _isConflict[other] = true;
        return isNew;
    }

    private int Root(int i)
    {
        while (_parent[i] != i) i = _parent[i] = _parent[_parent[i]];
        return i;
    }
}
