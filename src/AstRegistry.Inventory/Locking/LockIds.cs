using AstRegistry.Identity;

namespace AstRegistry.Locking;

/// <summary>
/// Which id a lock file gives to a declaration, by the hash of its key alone. Equal by content, so that a pipeline step over it can rest.
/// </summary>
/// <remarks>
/// The rules are those of <see cref="LockUpdate"/>: updating the lock afterwards changes no id, unless two declarations without a record have
/// equal plain ids by chance, which only an update tells apart.
/// </remarks>
internal sealed class LockIds : IEquatable<LockIds>
{
    /// <summary>The hash of the key of each record that is not retired, sorted, with the record's id.</summary>
    private readonly (MemberHash Hash, ulong Id)[] _live;

    /// <summary>All ids of the file, retired ones included, sorted.</summary>
    private readonly ulong[] _taken;

    private LockIds((MemberHash Hash, ulong Id)[] live, ulong[] taken)
    {
        (_live, _taken) = (live, taken);
        IsPlain = live.Length == taken.Length && Array.TrueForAll(live, static entry => entry.Id == entry.Hash.Id);
    }

    /// <summary>The ids without a lock file.</summary>
    public static LockIds Plain { get; } = new([], []);

    /// <summary>Whether every record has the plain id of its key, so that the file says nothing that the hashes do not.</summary>
    public bool IsPlain { get; }

    /// <summary>Hashes the keys of a file once. O(n log n).</summary>
    /// <param name="file">The lock file. Where it is faulty, its sound records count.</param>
    /// <param name="project">The assembly name.</param>
    /// <param name="hash">The hash of a key; <see cref="MemberHash.Of"/> if null. A test makes keys collide with it.</param>
    public static LockIds Of(LockFile file, string project, Func<LockKey, MemberHash>? hash = null)
    {
        hash ??= LockUpdateOptions.HashIn(project);
        (MemberHash Hash, ulong Id)[] live = [.. file.Records.Where(static record => !record.IsRetired).Select(record => (hash(record.Key), record.Id))];
        Array.Sort(live, static (one, other) => one.Hash.CompareTo(other.Hash));
        return new(live, [.. file.Records.Select(static record => record.Id)]);
    }

    /// <summary>
    /// The id of a declaration in the code: that of its record; without one the plain id, or where another declaration has that or has had
    /// it, the first salted id that is free. O(log n).
    /// </summary>
    /// <param name="hash">The hash of the key.</param>
    public ulong IdOf(MemberHash hash) => FindLive(hash) ?? IdAllocation.Allocate(hash, IsTaken, out _);

    /// <inheritdoc/>
    public bool Equals(LockIds? other) => ReferenceEquals(this, other)
        || (other is not null && _taken.AsSpan().SequenceEqual(other._taken) && _live.AsSpan().SequenceEqual(other._live));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LockIds);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = _live.Length;
        foreach (var id in _taken) hash = unchecked((hash * 31) + id.GetHashCode());
        return hash;
    }

    private bool IsTaken(ulong id) => Array.BinarySearch(_taken, id) >= 0;

    private ulong? FindLive(MemberHash hash)
    {
        for (int low = 0, high = _live.Length - 1; low <= high;)
        {
            var middle = low + ((high - low) / 2);
            var order = _live[middle].Hash.CompareTo(hash);
            if (order == 0) return _live[middle].Id;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }
}
