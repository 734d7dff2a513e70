using System.Diagnostics;
using AstRegistry.Registry;

namespace AstRegistry.Transactions;

/// <summary>One call of a handler under its deadline. Ends with the first of: a vote, its return, its exception, the deadline, the caller's cancelling.</summary>
internal sealed class Turn
{
    private readonly TaskCompletionSource<TurnResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _token;
    private readonly Func<Task> _cancel;
    private readonly Participant _participant;
    private readonly Notices _notices;
    private readonly HandlerScope _scope;
    private volatile bool _isDeferred;

    private Turn(Participant participant, Notices notices, object registry)
    {
        _participant = participant;
        _notices = notices;
        _scope = new(registry);

        // Not disposed, because the handler may hold the token for as long as it likes; without timer it has nothing to give back.
        var source = new CancellationTokenSource();
        _token = source.Token;
        _cancel = source.CancelAsync;
    }

    /// <summary>Calls a handler and waits until its turn has ended, for the registry's part.</summary>
    /// <param name="participant">The handler.</param>
    /// <param name="call">What to call. Runs on another thread, so that it may block as long as it likes.</param>
    /// <param name="context">The registry.</param>
    /// <param name="parent">The span that the call belongs to.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<TurnResult> TakeAsync(
        Participant participant, Func<Turn, CancellationToken, ValueTask> call, RegistryContext context, ActivityContext parent, CancellationToken cancellationToken)
    {
        var turn = new Turn(participant, context.Notices, context);
        var started = context.TimeProvider.GetTimestamp();

        // The timer comes first: nobody can be called and be without a deadline.
        await using var timer = context.TimeProvider.CreateTimer(static state => ((Turn)state!).Finish(TurnResult.TimedOut), turn, participant.Deadline, Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        using var cancelling = cancellationToken.UnsafeRegister(static state => ((Turn)state!).Finish(TurnResult.Cancelled), turn);
        if (!turn._result.Task.IsCompleted) _ = Task.Run(() => turn.CallAsync(call, parent), CancellationToken.None);
        var result = await turn._result.Task.ConfigureAwait(false);
        RegistryTelemetry.HandlerTook(context, started);
        turn.Close(result);
        return result;
    }

    /// <summary>A vote by name, as opposed to one by returning.</summary>
    public void Vote(TurnResult vote)
    {
        if (Finish(vote)) return;
        var isLate = _result.Task.Result.IsGivenUp;
        Interlocked.Increment(ref isLate ? ref _participant.LateVotes : ref _participant.RepeatedVotes);
        _notices.Add(new(isLate ? RegistryNoticeKind.LateVote : RegistryNoticeKind.RepeatedVote, _participant.Name, $"The handler '{_participant.Name}' voted {(isLate ? "when its time was over" : "again on the same operation")}; the vote is ignored."));
    }

    public void Defer() => _isDeferred = true;

    private bool Finish(TurnResult result)
    {
        if (!_result.TrySetResult(result)) return false;
        _scope.End();
        return true;
    }

    private async Task CallAsync(Func<Turn, CancellationToken, ValueTask> call, ActivityContext parent)
    {
        _scope.Enter();
        TurnResult? result = null;
        using (RegistryTelemetry.StartHandler(_participant.Name, parent))
        {
            try
            {
                await call(this, _token).ConfigureAwait(false);
                if (!_isDeferred) result = TurnResult.Accepted;
            }
            catch (OperationCanceledException) when (_token.IsCancellationRequested)
            {
                // It was told to stop, and did.
            }
            catch (Exception exception)
            {
                result = TurnResult.Threw(exception);
            }
        }

        if (result is { } end && !Finish(end) && end.Exception is { } late) Fail(late, " after its turn was over");
    }

    private void Close(TurnResult result)
    {
        if (result.End == TurnEnd.Threw) Fail(result.Exception!, "");
        if (result.End == TurnEnd.TimedOut)
        {
            Interlocked.Increment(ref _participant.Timeouts);
            RegistryTelemetry.HandlerTimedOut();
            _notices.Add(new(RegistryNoticeKind.HandlerTimedOut, _participant.Name, $"The handler '{_participant.Name}' gave no answer within {_participant.Deadline}."));
        }

        // What a handler hangs on its token may hang as well, so it is not waited for.
        if (result.IsGivenUp) _ = _cancel();
    }

    private void Fail(Exception exception, string when)
    {
        Interlocked.Increment(ref _participant.Failures);
        _notices.Add(new(RegistryNoticeKind.HandlerThrew, _participant.Name, $"The handler '{_participant.Name}' threw{when}: {exception.Message}", exception));
    }
}
