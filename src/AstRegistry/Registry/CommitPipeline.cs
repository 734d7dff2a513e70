namespace AstRegistry.Registry;

/// <summary>
/// Carries out commits, one after another: plan, ask the handlers, append to the history, show, announce. What waits together and concerns no
/// handler is appended together. For the writer.
/// </summary>
internal sealed partial class CommitPipeline(RegistryContext context, CurrentState current, CommitIds ids, RemoteChanges remote, Deliveries deliveries)
{
    private readonly CommitPlanner _planner = new(context);

    public async Task CommitAsync(IReadOnlyList<CommitRequest> requests)
    {
        await deliveries.JoinAsync().ConfigureAwait(false);
        for (var done = 0; done < requests.Count;)
        {
            var together = await CommitTogetherAsync(requests, done).ConfigureAwait(false);
            done += together;
            if (together == 0) await CommitAloneAsync(requests[done++]).ConfigureAwait(false);
        }
    }

    /// <summary>Commits as many as concern no handler, and says how many those were.</summary>
    private async Task<int> CommitTogetherAsync(IReadOnlyList<CommitRequest> requests, int first)
    {
        for (var attempt = 1; ; attempt++)
        {
            var batch = new Batch(context, current.Value);
            try
            {
                PlanTogether(batch, requests, first);
                if (batch.Count == 0 || await TryAppendAsync(batch, attempt).ConfigureAwait(false)) return batch.Count;
            }
            catch (Exception exception)
            {
                batch.Fail(exception);
                return batch.Count;
            }
        }
    }

    private void PlanTogether(Batch batch, IReadOnlyList<CommitRequest> requests, int first)
    {
        for (var i = first; i < requests.Count; i++)
        {
            var plan = PlanOne(batch, requests[i]);
            if (IsConcerned(batch, plan)) return;
            batch.Add(requests[i], plan);
        }
    }

    private bool IsConcerned(Batch batch, PlannedCommit plan)
    {
        if (batch.Handlers.Length == 0 || plan.Changes.Count == 0) return false;
        var audible = context.Silent.Without(plan.Changes);
        return Array.Exists(batch.Handlers, handler => handler.IsConcernedBy(audible));
    }

    private PlannedCommit PlanOne(Batch batch, CommitRequest request)
    {
        if (request.Token.IsCancellationRequested) return new() { Outcome = new CommitOutcome.Cancelled() };
        if (batch.Repeated(request.CommitId) is { } repeated) return repeated;
        if (ids.TryGet(request.CommitId, out var version)) return new() { Repeats = version };
        return _planner.Plan(request, batch.Snapshot, batch.NextRevision);
    }

    /// <summary>Whether the commits are settled; if not, somebody else was faster and they are to be planned anew.</summary>
    private async Task<bool> TryAppendAsync(Batch batch, int attempt)
    {
        if (batch.IsUnfit && await IsOutdatedAsync(attempt).ConfigureAwait(false)) return false;
        if (batch.Versions.Count > 0)
        {
            var outcome = await context.History.AppendAsync(context.Name, batch.State.Head, batch.Versions, CancellationToken.None).ConfigureAwait(false);
            if (!outcome.IsAppended) return await CatchUpAsync(attempt).ConfigureAwait(false) && await GiveUpAsync(batch).ConfigureAwait(false);
            Show(batch, outcome.Head);
        }

        await SettleAsync(batch).ConfigureAwait(false);
        return true;
    }

    /// <summary>Whether what a commit did not fit were not the newest entries.</summary>
    private async Task<bool> IsOutdatedAsync(int attempt) =>
        context.History.CanRewind && attempt <= context.Options.CommitRetries && await remote.CatchUpAsync().ConfigureAwait(false);

    /// <summary>Takes over what others made, and says whether it was tried often enough.</summary>
    private async Task<bool> CatchUpAsync(int attempt)
    {
        context.Notices.Add(new(
            RegistryNoticeKind.CommitRetry, null, FormattableString.Invariant($"Another process was faster; attempt {attempt} of {context.Options.CommitRetries + 1} failed."), null, current.Value.Snapshot.Revision));
        await remote.CatchUpAsync().ConfigureAwait(false);
        return attempt > context.Options.CommitRetries;
    }

    private async Task<bool> GiveUpAsync(Batch batch)
    {
        foreach (var (request, plan) in batch.Members) await CompleteAsync(request, plan.After is null ? plan : new() { Outcome = new CommitOutcome.Conflict([]) }).ConfigureAwait(false);
        return true;
    }

    /// <summary>From here on the versions are there for everybody.</summary>
    private void Show(Batch batch, HistoryHead head)
    {
        current.Publish(batch.After(head));
        var operations = 0;
        foreach (var (_, plan) in batch.Members)
        {
            if (plan.After is not { } after) continue;
            ids.Add(after.Version);
            context.Snapshots.Offer(after);
            operations += plan.Changes.Count;
        }

        context.Checkpoints.Count(operations, batch.Snapshot);
        context.OnPublished();
    }

    private async Task SettleAsync(Batch batch)
    {
        var from = batch.State.Snapshot.Revision;
        var isHeard = batch.Handlers.Length > 0 || context.Bus.HasListeners;
        foreach (var (request, plan) in batch.Members)
        {
            // One that repeats another of the same batch has the same version.
            if (plan.After is { } after && after.Revision > from)
            {
                if (isHeard) await deliveries.AnnounceAsync(deliveries.TransactionOf(TransactionKind.Commit, from, after, plan.Changes), batch.Handlers, isWhole: true, request.Parent).ConfigureAwait(false);
                from = after.Revision;
            }

            await CompleteAsync(request, plan).ConfigureAwait(false);
        }
    }

    private async Task CompleteAsync(CommitRequest request, PlannedCommit plan)
    {
        try
        {
            if (plan.Fault is { } fault) request.Fail(fault);
            else request.Complete(plan.Outcome ?? await CommittedAsync(plan).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            request.Fail(exception);
        }
    }

    private async Task<CommitOutcome> CommittedAsync(PlannedCommit plan)
    {
        if (plan.After is { } after) return new CommitOutcome.Committed(after.Version, plan.Changes);
        return new CommitOutcome.Committed(plan.Repeats!, await context.Reader.ReadAsync(plan.Repeats!.Revision, CancellationToken.None).ConfigureAwait(false));
    }
}
