using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace AstRegistry.Registry;

/// <summary>
/// Snapshots of versions at equal distances, so that the way to any version from one of them is short. They share what is equal, so each costs
/// what was changed between. When there are too many, the distance doubles. Thread-safe.
/// </summary>
internal sealed class RetainedSnapshots(int interval, int capacity)
{
    private readonly ConcurrentDictionary<long, RegistrySnapshot> _snapshots = new();
    private readonly object _gate = new();
    private long _interval = interval;

    /// <summary>How many there are.</summary>
    public int Count => _snapshots.Count;

    /// <summary>Whether the snapshot of a revision would be kept.</summary>
    public bool Wants(long revision) => revision > 0 && revision % Volatile.Read(ref _interval) == 0;

    public bool TryGet(long revision, [NotNullWhen(true)] out RegistrySnapshot? snapshot) => _snapshots.TryGetValue(revision, out snapshot);

    public void Offer(RegistrySnapshot snapshot)
    {
        if (!Wants(snapshot.Revision) || !_snapshots.TryAdd(snapshot.Revision, snapshot) || _snapshots.Count <= capacity) return;
        lock (_gate)
        {
            while (_snapshots.Count > capacity)
            {
                Volatile.Write(ref _interval, _interval * 2);
                RemoveWhere(revision => revision % _interval != 0);
            }
        }
    }

    /// <summary>Forgets the snapshots of versions that were compacted away.</summary>
    public void Compact(long through) => RemoveWhere(revision => revision <= through);

    private void RemoveWhere(Predicate<long> condition)
    {
        foreach (var revision in _snapshots.Keys)
        {
            if (condition(revision)) _snapshots.TryRemove(revision, out _);
        }
    }
}
