using System.Diagnostics;
using AstRegistry.Transactions;

namespace AstRegistry.Registry;

/// <summary>Announces what has become durable, and sees to it that durable handlers hear of everything. Never throws. For the writer.</summary>
internal sealed class Deliveries(RegistryContext context, CurrentState current)
{
    /// <summary>A transaction as it is published: without silent kinds.</summary>
    public RegistryTransaction TransactionOf(TransactionKind kind, long from, RegistrySnapshot after, ChangeSet changes) =>
        new(context.Name, kind, from, after, context.Silent.Without(changes));

    /// <summary>Publishes a transaction and tells the handlers. One without audible changes is told to nobody.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="handlers">Those who take part.</param>
    /// <param name="isWhole">Whether its beginning and its operations have not been published yet.</param>
    /// <param name="parent">The span that it belongs to.</param>
    public async Task AnnounceAsync(RegistryTransaction transaction, Participant[] handlers, bool isWhole, ActivityContext parent)
    {
        if (transaction.Changes.Count > 0) await PublishAsync(transaction, isWhole).ConfigureAwait(false);
        foreach (var participant in handlers) await DeliverAsync(participant, transaction, parent).ConfigureAwait(false);
    }

    /// <summary>Finds out what durable handlers have seen that came since the last time, and tells them the rest.</summary>
    public async Task JoinAsync()
    {
        foreach (var participant in context.Handlers.All)
        {
            if (!participant.IsJoined) await JoinAsync(participant).ConfigureAwait(false);
        }
    }

    /// <summary>Notes what durable handlers have seen and what did not concern them.</summary>
    public async Task LeaveAsync()
    {
        foreach (var participant in context.Handlers.All)
        {
            if (participant.IsJoined && participant.Options.IsDurable) await AcknowledgeAsync(participant).ConfigureAwait(false);
        }
    }

    private async Task PublishAsync(RegistryTransaction transaction, bool isWhole)
    {
        using var announcer = new Announcer(context, transaction);
        if (isWhole)
        {
            await announcer.AnnounceAsync(TransactionStep.Begin).ConfigureAwait(false);
            await announcer.AnnounceOperationsAsync().ConfigureAwait(false);
        }

        await announcer.AnnounceAsync(TransactionStep.Commit).ConfigureAwait(false);
    }

    private async Task DeliverAsync(Participant participant, RegistryTransaction transaction, ActivityContext parent)
    {
        if (!participant.IsJoined) return;
        if (participant.IsBehind)
        {
            await RedeliverAsync(participant, parent).ConfigureAwait(false);
            return;
        }

        var isConcerned = participant.IsConcernedBy(transaction.Changes);
        if (isConcerned && !await TellAsync(participant, transaction, parent).ConfigureAwait(false))
        {
            participant.IsBehind = participant.Options.IsDurable;
            return;
        }

        Advance(participant, transaction);
        if (isConcerned && participant.Options.IsDurable) await AcknowledgeAsync(participant).ConfigureAwait(false);
    }

    private async Task JoinAsync(Participant participant)
    {
        try
        {
            var state = current.Value;
            var known = await context.History.GetAcknowledgementsAsync(context.Name).ConfigureAwait(false);
            var isKnown = known.TryGetValue(participant.Name, out var seen);
            var isNew = !isKnown && !participant.Options.FromBeginning;
            participant.Seen = isNew ? state.Head.Revision : seen;
            participant.Position = isNew ? state.Snapshot.Revision : seen;
            participant.IsBehind = participant.Seen != state.Head.Revision || participant.Position != state.Snapshot.Revision;

            // Noted at once: otherwise a version that it misses through a crash would be one from before it came.
            if (!isKnown) await context.History.AcknowledgeAsync(context.Name, participant.Name, participant.Seen).ConfigureAwait(false);
            participant.Acknowledged = participant.Seen;
            participant.IsJoined = true;
            if (participant.IsBehind) await RedeliverAsync(participant, default).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            NoteFailure(participant, exception);
        }
    }

    private async Task RedeliverAsync(Participant participant, ActivityContext parent)
    {
        try
        {
            var state = current.Value;
            if (participant.Seen < state.Head.CompactedRevision) Skip(participant, state.Head.CompactedRevision);
            var from = await PlaceOfAsync(participant, state).ConfigureAwait(false);
            var versions = context.Reader.ReadAsync(participant.Seen, state.Head.Revision, CancellationToken.None);
            var isThrough = true;
            await foreach (var leg in new Journey(context, state.Versions).GoAsync(from, versions, state.Snapshot.Revision, CancellationToken.None).ConfigureAwait(false))
            {
                isThrough = await RedeliverAsync(participant, leg, parent).ConfigureAwait(false);
                if (!isThrough) break;
            }

            participant.IsBehind = !isThrough;
            if (isThrough) participant.Position = state.Snapshot.Revision;
        }
        catch (Exception exception)
        {
            NoteFailure(participant, exception);
        }

        await AcknowledgeAsync(participant).ConfigureAwait(false);
    }

    private async Task<bool> RedeliverAsync(Participant participant, RegistryTransaction leg, ActivityContext parent)
    {
        var transaction = leg with { Changes = context.Silent.Without(leg.Changes), IsRedelivery = true };
        if (participant.IsConcernedBy(transaction.Changes))
        {
            context.Notices.Add(new(RegistryNoticeKind.Redelivery, participant.Name, $"The handler '{participant.Name}' is told again: {transaction}.", null, transaction.Revision));
            if (!await TellAsync(participant, transaction, parent).ConfigureAwait(false)) return false;
        }

        Advance(participant, transaction);
        return true;
    }

    /// <summary>The entries as the handler saw them last; null where nobody can tell any more.</summary>
    private async ValueTask<RegistrySnapshot?> PlaceOfAsync(Participant participant, RegistryState state)
    {
        var isGone = participant.Position < 0 || (state.Head.CompactedRevision > 0 && participant.Position <= state.Head.CompactedRevision);
        return isGone ? null : await context.States.LoadAsync(state, participant.Position, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<bool> TellAsync(Participant participant, RegistryTransaction transaction, ActivityContext parent)
    {
        var view = participant.ViewOf(transaction);
        var result = await Turn.TakeAsync(participant, (_, token) => participant.Handler.CommitAsync(view, token), context, parent, CancellationToken.None).ConfigureAwait(false);
        return result.IsAccepted;
    }

    private static void Advance(Participant participant, RegistryTransaction transaction)
    {
        participant.Position = transaction.Revision;
        if (transaction.Kind == TransactionKind.Commit) participant.Seen = transaction.Revision;
    }

    private void Skip(Participant participant, long compacted)
    {
        context.Notices.Add(new(
            RegistryNoticeKind.RedeliveryGap,
            participant.Name,
            FormattableString.Invariant($"The handler '{participant.Name}' has seen versions up to {participant.Seen}, and those up to {compacted} were compacted away: it is told of those that come after them."),
            null,
            compacted));
        participant.Seen = compacted;
        participant.Position = -1;
    }

    private async Task AcknowledgeAsync(Participant participant)
    {
        if (participant.Seen <= participant.Acknowledged) return;
        try
        {
            await context.History.AcknowledgeAsync(context.Name, participant.Name, participant.Seen).ConfigureAwait(false);
            participant.Acknowledged = participant.Seen;
        }
        catch (Exception exception)
        {
            NoteFailure(participant, exception);
        }
    }

    private void NoteFailure(Participant participant, Exception exception) => context.Notices.Add(new(
        RegistryNoticeKind.AcknowledgementFailed, participant.Name, $"What the handler '{participant.Name}' has seen could not be read or noted; it is tried again: {exception.Message}", exception));
}
