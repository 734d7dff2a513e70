using AstRegistry.Transactions;

namespace AstRegistry.Registry;

internal sealed partial class CommitPipeline
{
    /// <summary>Goes to another version by the difference to the current one.</summary>
    public async Task CheckoutAsync(CheckoutRequest request)
    {
        try
        {
            await deliveries.JoinAsync().ConfigureAwait(false);
            for (var attempt = 1; ; attempt++)
            {
                if (await TryCheckoutAsync(request).ConfigureAwait(false) is { } outcome)
                {
                    request.Complete(outcome);
                    return;
                }

                if (!await CatchUpAsync(attempt).ConfigureAwait(false)) continue;
                request.Complete(new CommitOutcome.Conflict([]));
                return;
            }
        }
        catch (OperationCanceledException) when (request.Token.IsCancellationRequested)
        {
            request.Complete(new CommitOutcome.Cancelled());
        }
        catch (Exception exception)
        {
            request.Fail(exception);
        }
    }

    /// <summary>Commits what concerns a handler.</summary>
    private async Task CommitAloneAsync(CommitRequest request)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var batch = new Batch(context, current.Value);
                batch.Add(request, PlanOne(batch, request));
                var plan = batch.Members[0].Plan;
                if (plan.IsUnfit && await IsOutdatedAsync(attempt).ConfigureAwait(false)) continue;
                if (plan.After is not null) plan = await TryCommitAsync(batch).ConfigureAwait(false);
                if (plan is null && !await CatchUpAsync(attempt).ConfigureAwait(false)) continue;
                await CompleteAsync(request, plan ?? new() { Outcome = new CommitOutcome.Conflict([]) }).ConfigureAwait(false);
                return;
            }
        }
        catch (Exception exception)
        {
            request.Fail(exception);
        }
    }

    /// <summary>What the commit comes to; null if somebody else was faster.</summary>
    private async Task<PlannedCommit?> TryCommitAsync(Batch batch)
    {
        var (request, plan) = batch.Members[0];
        var transaction = deliveries.TransactionOf(TransactionKind.Commit, batch.State.Snapshot.Revision, plan.After!, plan.Changes);
        var (refused, head) = await CarryOutAsync(
            request, transaction, batch.Handlers, token => context.History.AppendAsync(context.Name, batch.State.Head, batch.Versions, token)).ConfigureAwait(false);
        if (refused is not null) return new() { Outcome = refused };
        if (head is null) return null;
        Show(batch, head.Value);
        await deliveries.AnnounceAsync(transaction, batch.Handlers, isWhole: false, request.Parent).ConfigureAwait(false);
        return plan;
    }

    private async Task<CommitOutcome?> TryCheckoutAsync(CheckoutRequest request)
    {
        var (state, handlers) = (current.Value, context.Handlers.All);
        var version = state.VersionOf(request.TargetIn(state));
        if (version.Revision == state.Snapshot.Revision) return new CommitOutcome.Committed(version, ChangeSet.Empty);
        var after = await context.States.ReachAsync(state, state.Snapshot, version.Revision, request.Token).ConfigureAwait(false);
        var changes = ChangeSet.BuildDelta(state.Snapshot, after, context.Options.Dependencies);
        var transaction = deliveries.TransactionOf(TransactionKind.Checkout, state.Snapshot.Revision, after, changes);
        var (refused, head) = await CarryOutAsync(
            request, transaction, handlers, token => context.History.MoveAsync(context.Name, state.Head, version.Revision, token)).ConfigureAwait(false);
        if (refused is not null || head is null) return refused;
        current.Publish(state with { Snapshot = after, Head = head.Value });
        await deliveries.AnnounceAsync(transaction, handlers, isWhole: false, request.Parent).ConfigureAwait(false);
        return new CommitOutcome.Committed(version, changes);
    }

    /// <summary>Asks the handlers and makes the change durable. Neither an outcome nor a head: somebody else was faster, and the handlers were told.</summary>
    private async Task<(CommitOutcome? Refused, HistoryHead? Head)> CarryOutAsync(
        Request request, RegistryTransaction transaction, Participant[] handlers, Func<CancellationToken, ValueTask<AppendOutcome>> append)
    {
        var concerned = Array.FindAll(handlers, handler => handler.IsConcernedBy(transaction.Changes));
        using var run = new TransactionRun(context, transaction, concerned, request.Parent);
        if (await run.PrepareAsync(request.Token).ConfigureAwait(false) is { } refused) return (refused, null);
        try
        {
            request.Token.ThrowIfCancellationRequested();
            var outcome = await append(request.Token).ConfigureAwait(false);
            if (outcome.IsAppended) return (null, outcome.Head);
        }
        catch (OperationCanceledException) when (request.Token.IsCancellationRequested)
        {
            // A history says so only if it has written nothing. The rest is not the caller's to cancel.
            await run.DiscardAsync("cancelled").ConfigureAwait(false);
            return (new CommitOutcome.Cancelled(), null);
        }
        catch (Exception exception)
        {
            await run.DiscardAsync($"the history failed: {exception.Message}").ConfigureAwait(false);
            throw;
        }

        await run.DiscardAsync("another process was faster").ConfigureAwait(false);
        return (null, null);
    }
}
