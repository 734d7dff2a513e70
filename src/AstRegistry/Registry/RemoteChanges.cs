using System.Runtime.CompilerServices;

namespace AstRegistry.Registry;

/// <summary>Takes over what other processes made of the registry. For the writer.</summary>
internal sealed class RemoteChanges(RegistryContext context, CurrentState current, CommitIds ids, Deliveries deliveries)
{
    private const int Attempts = 5;

    /// <summary>Shows and announces what has come since; false if nothing has.</summary>
    public async Task<bool> CatchUpAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            var head = await context.History.GetHeadAsync(context.Name).ConfigureAwait(false);
            if (head == current.Value.Head) return false;
            if (!context.History.CanRewind) throw NoPast(head);
            try
            {
                await TakeOverAsync(head).ConfigureAwait(false);
                return true;
            }
            catch (HistoryException exception) when (attempt < Attempts && exception.Fault is HistoryFault.Compacted or HistoryFault.Shortfall)
            {
                // Another process compacted meanwhile.
            }
        }
    }

    /// <summary>The same, unless the head is one that is known already.</summary>
    public async Task CatchUpAsync(HistoryHead seen)
    {
        if (seen.Epoch > current.Value.Head.Epoch) await CatchUpAsync().ConfigureAwait(false);
    }

    private async Task TakeOverAsync(HistoryHead head)
    {
        var before = current.Value;
        var legs = before.Head.Revision < head.CompactedRevision ? null : await TryGoAsync(before, head).ConfigureAwait(false);
        if (legs is null)
        {
            await StartAnewAsync(before).ConfigureAwait(false);
            return;
        }

        foreach (var leg in legs) await AnnounceAsync(leg).ConfigureAwait(false);
    }

    /// <summary>The way from the state before to that of a head, shown already; null if the versions between are gone.</summary>
    private async Task<List<RegistryTransaction>?> TryGoAsync(RegistryState before, HistoryHead head)
    {
        var added = new List<HistoryVersion>();
        var chain = new ChainReader(context.Name, before.Head.Revision, before.Head.Hash);
        await foreach (var version in context.Reader.ReadAsync(before.Head.Revision, head.Revision, CancellationToken.None).ConfigureAwait(false))
        {
            chain.Add(version);
            added.Add(version);
        }

        chain.End(head);
        var versions = before.Versions.AddRange(added.Select(static version => version.Version));
        var legs = new List<RegistryTransaction>();
        try
        {
            await foreach (var leg in new Journey(context, versions).GoAsync(before.Snapshot, InOrder(added), head.Current, CancellationToken.None).ConfigureAwait(false)) legs.Add(leg);
        }
        catch (Exception exception) when (exception is CompactedException or UnknownVersionException)
        {
            return null;
        }

        Show(new(legs.Count > 0 ? legs[^1].After : before.Snapshot, versions, head), before, added);
        return legs;
    }

    private void Show(RegistryState state, RegistryState before, List<HistoryVersion> added)
    {
        if (state.Head.CompactedRevision > before.Head.CompactedRevision) state = Compacted(state);
        current.Publish(state);
        foreach (var version in added) ids.Add(version.Version);
        context.Checkpoints.Count(added.Sum(static version => version.Version.OperationCount), state.Snapshot);
    }

    /// <summary>The state without the versions that were compacted away.</summary>
    private RegistryState Compacted(RegistryState state)
    {
        RegistryVersion[] left = [.. RegistryBoot.VersionsOf(state)];
        ids.Reset(left);
        context.Snapshots.Compact(state.Head.CompactedRevision);
        return state with { Versions = RegistryBoot.TreeOf(left, state.Head) };
    }

    private async Task StartAnewAsync(RegistryState before)
    {
        var state = await RegistryBoot.LoadAsync(context, CancellationToken.None).ConfigureAwait(false);
        ids.Reset(RegistryBoot.VersionsOf(state));
        context.Snapshots.Compact(state.Head.CompactedRevision);
        current.Publish(state);
        var changes = ChangeSet.BuildDelta(before.Snapshot, state.Snapshot, context.Options.Dependencies);
        await AnnounceAsync(new(context.Name, TransactionKind.Checkout, before.Snapshot.Revision, state.Snapshot, changes)).ConfigureAwait(false);
    }

    private async Task AnnounceAsync(RegistryTransaction leg)
    {
        context.Notices.Add(new(RegistryNoticeKind.RemoteChange, null, $"Another process changed the registry: {leg}.", null, leg.Revision));
        var audible = leg with { Changes = context.Silent.Without(leg.Changes), IsRemote = true };
        await deliveries.AnnounceAsync(audible, context.Handlers.All, isWhole: true, default).ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<HistoryVersion> InOrder(List<HistoryVersion> versions, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var version in versions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return version;
        }
    }

    private HistoryException NoPast(HistoryHead head) => new(
        HistoryFault.CannotRewind,
        FormattableString.Invariant($"Somebody else brought '{context.Name}' to version {head.Revision}, and the history keeps no versions to take over. Share a history only if it keeps versions."));
}
