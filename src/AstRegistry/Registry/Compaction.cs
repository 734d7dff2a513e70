namespace AstRegistry.Registry;

/// <summary>
/// Takes old versions away. The checkpoints from which the remaining ones are made are written beforehand, beside the commits; only taking away is
/// done by the writer.
/// </summary>
internal sealed class Compaction(RegistryContext context, CurrentState current, WriterLoop writer, RemoteChanges remote)
{
    private Task _running = Task.CompletedTask;

    /// <exception cref="ArgumentOutOfRangeException">The current version would be taken away.</exception>
    public async Task CompactAsync(long through, CancellationToken cancellationToken)
    {
        var state = current.Value;
        if (through <= state.Head.CompactedRevision) return;
        Check(state, through);
        await WriteCheckpointsAsync(state, through, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        await writer.AddAsync(() => TakeAwayAsync(through)).ConfigureAwait(false);
    }

    /// <summary>Begins a compaction if the options ask for one. For the writer.</summary>
    public void BeginIfDue()
    {
        if (context.Options.RetainedVersions is not { } retained || !context.History.CanRewind || !_running.IsCompleted) return;
        var state = current.Value;
        if (state.Head.Revision - state.Head.CompactedRevision < 2 * retained) return;
        _running = Task.Run(() => TryCompactAsync(state, retained));
    }

    /// <summary>Waits for a compaction that the options asked for.</summary>
    public Task FinishAsync() => _running;

    private async Task TryCompactAsync(RegistryState state, long retained)
    {
        try
        {
            var acknowledged = await context.History.GetAcknowledgementsAsync(context.Name).ConfigureAwait(false);
            var through = Math.Min(state.Head.Revision - retained, state.Snapshot.Revision - 1);
            foreach (var seen in acknowledged.Values) through = Math.Min(through, seen);
            await CompactAsync(through, CancellationToken.None).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The registry is closing.
        }
        catch (Exception exception)
        {
            context.Notices.Add(new(RegistryNoticeKind.CompactionFailed, null, $"Old versions could not be taken away: {exception.Message}", exception));
        }
    }

    private static void Check(RegistryState state, long through)
    {
        if (through < state.Snapshot.Revision) return;
        throw new ArgumentOutOfRangeException(
            nameof(through), through, FormattableString.Invariant($"The registry can be compacted through {state.Snapshot.Revision - 1} at most: version {state.Snapshot.Revision} is current."));
    }

    /// <summary>The versions to be taken away from which others were made that remain.</summary>
    private static long[] ParentsOf(RegistryState state, long through) =>
        [.. RegistryBoot.VersionsOf(state).Where(version => version.Revision > through && version.Parent <= through).Select(static version => version.Parent).Distinct()];

    private async Task WriteCheckpointsAsync(RegistryState state, long through, CancellationToken cancellationToken)
    {
        foreach (var parent in ParentsOf(state, through))
        {
            if (parent == 0 || context.Checkpoints.Contains(parent)) continue;

            // A parent that an earlier compaction took away has its checkpoint, and stands in the tree as a root.
            var snapshot = await context.States.LoadAsync(state, parent, cancellationToken).ConfigureAwait(false);
            await context.Checkpoints.WriteAsync(snapshot, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TakeAwayAsync(long through)
    {
        var state = current.Value;
        Check(state, through);

        // There may be branches by now that begin further back.
        await WriteCheckpointsAsync(state, through, CancellationToken.None).ConfigureAwait(false);
        await context.History.CompactAsync(context.Name, through, ParentsOf(state, through)).ConfigureAwait(false);
        await context.Checkpoints.ListAsync(CancellationToken.None).ConfigureAwait(false);
        await remote.CatchUpAsync().ConfigureAwait(false);
        context.Notices.Add(new(RegistryNoticeKind.Compacted, null, FormattableString.Invariant($"Versions up to {through} were taken away."), null, through));
    }
}
