using AstRegistry.Snapshots;
using AstRegistry.Versions;

namespace AstRegistry.Registry;

/// <summary>Makes the entries of any version, from the nearest snapshot or checkpoint on.</summary>
internal sealed class StateLoader(RegistryContext context)
{
    /// <summary>The most versions that are decoded at once.</summary>
    private const int Stride = 1024;

    /// <summary>How many entries of a checkpoint are read in the time in which a version is replayed, roughly.</summary>
    private const int EntriesPerVersion = 8;

    /// <exception cref="CompactedException">The version was compacted away.</exception>
    /// <exception cref="UnknownVersionException">There is none.</exception>
    public async ValueTask<RegistrySnapshot> LoadAsync(RegistryState state, long revision, CancellationToken cancellationToken)
    {
        if (revision == state.Snapshot.Revision) return state.Snapshot;
        state.VersionOf(revision);
        var start = await StartAsync(state.Versions, state.Snapshot, revision, cancellationToken).ConfigureAwait(false);
        return await GoAsync(state.Versions, start, revision, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>From given entries to those of a version, sharing what both have in common if there is a way between.</summary>
    public async ValueTask<RegistrySnapshot> ReachAsync(RegistryState state, RegistrySnapshot from, long revision, CancellationToken cancellationToken)
    {
        state.VersionOf(revision);
        return HasWay(state.Versions, from.Revision, revision)
            ? await GoAsync(state.Versions, from, revision, cancellationToken).ConfigureAwait(false)
            : await LoadAsync(state, revision, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same, also to a version that was compacted away and whose checkpoint is left because others were made from it.</summary>
    public ValueTask<RegistrySnapshot> ReachAsync(VersionTree versions, RegistrySnapshot from, long revision, CancellationToken cancellationToken) =>
        HasWay(versions, from.Revision, revision) ? GoAsync(versions, from, revision, cancellationToken) : LoadAsync(versions, revision, cancellationToken);

    /// <summary>The entries of a version when there is nothing yet but the history.</summary>
    public async ValueTask<RegistrySnapshot> LoadAsync(VersionTree versions, long revision, CancellationToken cancellationToken)
    {
        var start = await StartAsync(versions, null, revision, cancellationToken).ConfigureAwait(false);
        return await GoAsync(versions, start, revision, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The entries of the current version, made from the beginning of the history without what is kept in memory.</summary>
    public async ValueTask<RegistrySnapshot> ReplayAsync(RegistryState state, CancellationToken cancellationToken)
    {
        var start = state.Versions.LineOf(state.Snapshot.Revision).Last();
        var snapshot = start.Revision == 0 ? RegistrySnapshot.Empty : await context.Checkpoints.ReadAsync(start, cancellationToken).ConfigureAwait(false);
        return await GoAsync(state.Versions, snapshot ?? throw Lost(start.Revision), state.Snapshot.Revision, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>From the entries of one version to those of another, through the common ancestor. Shares what both have in common.</summary>
    /// <exception cref="UnknownVersionException">The common ancestor was compacted away.</exception>
    public async ValueTask<RegistrySnapshot> GoAsync(VersionTree versions, RegistrySnapshot from, long to, CancellationToken cancellationToken)
    {
        var path = versions.PathBetween(from.Revision, to);
        var snapshot = from;
        for (var done = 0; done < path.Count;)
        {
            var stride = new List<VersionStep>();
            do stride.Add(path[done++]);
            while (done < path.Count && stride.Count < Stride && !context.Snapshots.Wants(EndOf(versions, stride[^1])));
            var changes = await context.Reader.ReadAsync(stride, cancellationToken).ConfigureAwait(false);
            snapshot = Replay(snapshot.Table, changes, versions[EndOf(versions, stride[^1])]);
            context.Snapshots.Offer(snapshot);
        }

        return snapshot;
    }

    private static long EndOf(VersionTree versions, VersionStep step) => step.Direction == VersionDirection.Forward ? step.Revision : versions[step.Revision].Parent;

    /// <exception cref="HistoryException">The changes do not fit the entries, so what is stored is damaged.</exception>
    public RegistrySnapshot Replay(EntryTable<RegistryEntry> table, ChangeSet[] changes, RegistryVersion version)
    {
        try
        {
            return new(version, ChangeApplier.Replay(table, changes, version.Revision));
        }
        catch (ChangeSetConflictException exception)
        {
            throw new HistoryException(HistoryFault.Corrupt, $"The history of '{context.Name}' contradicts itself on the way to {version}: {exception.Message}", exception);
        }
    }

    /// <summary>What to start from: the cheapest of the current snapshot, a retained one, and a checkpoint.</summary>
    private async ValueTask<RegistrySnapshot> StartAsync(VersionTree versions, RegistrySnapshot? current, long revision, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (snapshot, checkpoint) = Nearest(versions, current, revision);
            if (checkpoint is not { } place) return snapshot!;
            if (await context.Checkpoints.ReadAsync(versions[place], cancellationToken).ConfigureAwait(false) is { } read) return read;
        }
    }

    private (RegistrySnapshot? Snapshot, long? Checkpoint) Nearest(VersionTree versions, RegistrySnapshot? current, long revision)
    {
        RegistrySnapshot? snapshot = null;
        long? checkpoint = null;
        var cost = long.MaxValue;
        if (current is not null && HasWay(versions, current.Revision, revision))
        {
            snapshot = current;
            cost = Math.Abs(current.Revision - revision);
        }

        var steps = 0L;
        foreach (var version in versions.LineOf(revision))
        {
            if (steps >= cost) break;
            if (SnapshotOf(version.Revision) is { } kept) return (kept, null);
            if (context.Checkpoints.Contains(version.Revision) && steps + ((current?.Count ?? 0) / EntriesPerVersion) is var reading && reading < cost)
            {
                (snapshot, checkpoint, cost) = (null, version.Revision, reading);
            }

            steps++;
        }

        return snapshot is null && checkpoint is null ? throw Lost(revision) : (snapshot, checkpoint);
    }

    private RegistrySnapshot? SnapshotOf(long revision)
    {
        if (revision == 0) return RegistrySnapshot.Empty;
        return context.Snapshots.TryGet(revision, out var kept) ? kept : null;
    }

    private static bool HasWay(VersionTree versions, long left, long right)
    {
        try
        {
            return versions.CommonAncestor(left, right).Revision >= 0;
        }
        catch (UnknownVersionException)
        {
            return false;
        }
    }

    private HistoryException Lost(long revision) =>
        new(HistoryFault.Corrupt, FormattableString.Invariant($"The history of '{context.Name}' has no sound checkpoint from which version {revision} could be made. Verify it with {nameof(HistoryVerifier)}."));
}
