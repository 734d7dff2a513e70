using AstRegistry.Identity;

namespace AstRegistry.Code;

/// <summary>
/// What an eviction saves of a project's interned classes: the place of each by the hash of its key, a digest over the ordered keys of each
/// generation, and, because nobody could compute them again, the keys of the classes that are gone.
/// </summary>
internal sealed class InternedTable
{
    private readonly ulong[] _hashes;
    private readonly int[] _offsets;
    private readonly ulong[] _digests;
    private readonly (int Offset, ClassKey Key)[] _removed;

    private InternedTable(ulong[] hashes, int[] offsets, ulong[] digests, (int Offset, ClassKey Key)[] removed)
    {
        _hashes = hashes;
        _offsets = offsets;
        _digests = digests;
        _removed = removed;
    }

    /// <summary>Saves a table.</summary>
    public static InternedTable Save(ProjectTable table, PositionRange[] ranges)
    {
        var offsets = table.Sort();
        Array.Sort(offsets, (left, right) => Compare(table.Keys[left], table.Keys[right]));
        return new InternedTable(
            [.. offsets.Select(offset => table.Keys[offset].NameHash)],
            offsets,
            Digest(table.Keys, ranges),
            [.. table.Keys.Select(static (key, offset) => (offset, key)).Where(entry => table.IsRemovedAt(entry.offset))]);
    }

    /// <summary>Makes the table again from keys that were computed again.</summary>
    /// <exception cref="InternedTableMismatchException">The keys are not those that were saved.</exception>
    public ProjectTable Restore(string project, IEnumerable<ClassKey> computed, PositionRange[] ranges)
    {
        var sorted = computed.ToArray();
        Array.Sort(sorted, Compare);
        if (sorted.Length != _offsets.Length)
        {
            throw new InternedTableMismatchException(project, FormattableString.Invariant($"{sorted.Length} classes where there were {_offsets.Length}"));
        }

        var keys = new ClassKey[_offsets.Length + _removed.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i].NameHash != _hashes[i]) throw new InternedTableMismatchException(project, $"'{sorted[i]}' stands where another class was");
            keys[_offsets[i]] = sorted[i];
        }

        var isRemoved = _removed.Length == 0 ? null : new bool[keys.Length];
        foreach (var (offset, key) in _removed)
        {
            keys[offset] = key;
            isRemoved![offset] = true;
        }

        var digests = Digest(keys, ranges);
        for (var i = 0; i < digests.Length; i++)
        {
            if (digests[i] != _digests[i]) throw new InternedTableMismatchException(project, FormattableString.Invariant($"the digest over generation {i + 1} of its classes"));
        }

        return new ProjectTable(keys, isRemoved);
    }

    /// <summary>By hash, and keys of equal hash, which chance may bring about, by their order.</summary>
    private static int Compare(ClassKey left, ClassKey right)
    {
        var order = left.NameHash.CompareTo(right.NameHash);
        return order != 0 ? order : left.CompareTo(right);
    }

    /// <summary>For each generation a digest over the keys in the order of their positions, from their text and not from the hash they are found by.</summary>
    private static ulong[] Digest(ClassKey[] keys, PositionRange[] ranges) => [.. ranges.Select(range => StableHash.Finish(
        keys.AsSpan(range.Offset, range.Count).ToArray().Aggregate(StableHash.Seed, static (hash, key) => StableHash.Add(hash, StableHash.OfText(key.ToString())))))];
}
