using System.Diagnostics;
using AstRegistry.Registry;

namespace AstRegistry.Transactions;

/// <summary>Leads the handlers through one transaction, and publishes each step.</summary>
/// <remarks>Handlers are asked one after another, in the order in which they were added, so that each log of events has one possible order.</remarks>
internal sealed class TransactionRun : IDisposable
{
    private readonly RegistryContext _context;
    private readonly RegistryTransaction _transaction;
    private readonly Participant[] _participants;
    private readonly ActivityContext _parent;
    private readonly Announcer _announcer;
    private readonly List<(Participant Participant, RegistryOperation Operation)> _accepted = [];
    private int _begun;

    public TransactionRun(RegistryContext context, RegistryTransaction transaction, Participant[] participants, ActivityContext parent)
    {
        _context = context;
        _transaction = transaction;
        _participants = participants;
        _parent = parent;
        _announcer = new(context, transaction);
    }

    /// <summary>Asks the handlers. What they refuse is rolled back before the outcome is returned; null if all accept.</summary>
    public async Task<CommitOutcome?> PrepareAsync(CancellationToken cancellationToken)
    {
        await _announcer.AnnounceAsync(TransactionStep.Begin).ConfigureAwait(false);
        if (await BeginAsync(cancellationToken).ConfigureAwait(false) is { } refused) return refused;
        foreach (var operation in _transaction.Changes)
        {
            await _announcer.AnnounceAsync(Announcer.StepOf(operation), operation).ConfigureAwait(false);
            if (await AskAsync(operation, cancellationToken).ConfigureAwait(false) is { } outcome) return outcome;
        }

        return null;
    }

    /// <summary>Gives the handlers that accepted the inverse operations, the last one first, and tells all that nothing took place.</summary>
    /// <param name="reason">Why, for who listens.</param>
    public async Task DiscardAsync(string reason)
    {
        await UndoAsync().ConfigureAwait(false);
        for (var i = _begun - 1; i >= 0; i--)
        {
            var participant = _participants[i];
            await TakeAsync(participant, (_, token) => participant.Handler.DiscardAsync(participant.ViewOf(_transaction), token), CancellationToken.None).ConfigureAwait(false);
        }

        await _announcer.AnnounceAsync(TransactionStep.Discard, reason: reason).ConfigureAwait(false);
    }

    public void Dispose() => _announcer.Dispose();

    private async Task<CommitOutcome?> BeginAsync(CancellationToken cancellationToken)
    {
        foreach (var participant in _participants)
        {
            _begun++;
            var view = participant.ViewOf(_transaction);
            var result = await TakeAsync(participant, (_, token) => participant.Handler.BeginAsync(view, token), cancellationToken).ConfigureAwait(false);
            if (!result.IsAccepted) return await RefuseAsync(participant, view.Changes[0], result).ConfigureAwait(false);
        }

        return null;
    }

    private async Task<CommitOutcome?> AskAsync(RegistryOperation operation, CancellationToken cancellationToken)
    {
        foreach (var participant in _participants)
        {
            if (!participant.Handles(operation)) continue;
            var result = await HandleAsync(participant, operation, isInverse: false, cancellationToken).ConfigureAwait(false);
            if (!result.IsAccepted) return await RefuseAsync(participant, operation, result).ConfigureAwait(false);
            _accepted.Add((participant, operation));
            await _announcer.AnnounceAsync(TransactionStep.Accept, operation, participant.Name).ConfigureAwait(false);
        }

        return null;
    }

    private async Task<CommitOutcome> RefuseAsync(Participant participant, RegistryOperation operation, TurnResult result)
    {
        if (!(result.End == TurnEnd.Cancelled))
        {
            var isTimeout = result.End == TurnEnd.TimedOut;
            await _announcer.AnnounceAsync(isTimeout ? TransactionStep.Timeout : TransactionStep.Reject, operation, participant.Name, isTimeout ? null : result.Reason).ConfigureAwait(false);
        }

        await DiscardAsync(result.End switch { TurnEnd.Cancelled => "cancelled", TurnEnd.TimedOut => "timed out", _ => "rejected" }).ConfigureAwait(false);
        return result.End switch
        {
            TurnEnd.Cancelled => new CommitOutcome.Cancelled(),
            TurnEnd.TimedOut => new CommitOutcome.TimedOut(participant.Name, operation, participant.Deadline),
            _ => new CommitOutcome.Rejected(participant.Name, operation, result.Reason),
        };
    }

    private async Task UndoAsync()
    {
        // One that hangs now would hang for the rest as well, a deadline each: it is only told that the transaction is discarded.
        var hung = new HashSet<Participant>();
        for (var i = _accepted.Count - 1; i >= 0; i--)
        {
            var (participant, operation) = _accepted[i];
            if (hung.Contains(participant)) continue;
            var inverse = operation.Reverse();
            await _announcer.AnnounceAsync(TransactionStep.Undo, inverse, participant.Name).ConfigureAwait(false);
            var result = await HandleAsync(participant, inverse, isInverse: true, CancellationToken.None).ConfigureAwait(false);
            if (result.IsGivenUp) hung.Add(participant);
        }
    }

    private Task<TurnResult> HandleAsync(Participant participant, RegistryOperation operation, bool isInverse, CancellationToken cancellationToken) => TakeAsync(
        participant,
        (turn, token) => participant.Handler.HandleAsync(new(turn, _transaction, operation, isInverse), token),
        cancellationToken);

    private Task<TurnResult> TakeAsync(Participant participant, Func<Turn, CancellationToken, ValueTask> call, CancellationToken cancellationToken) =>
        Turn.TakeAsync(participant, call, _context, _parent, cancellationToken);
}
