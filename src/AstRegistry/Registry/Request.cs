using System.Diagnostics;

namespace AstRegistry.Registry;

/// <summary>A commit or a checkout that a caller waits for. While it waits for its turn, its caller may cancel it at once.</summary>
internal abstract class Request : WorkItem
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Over = 2;

    private readonly TaskCompletionSource<CommitOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _cancelling;
    private int _phase;

    protected Request(Activity? activity, CancellationToken cancellationToken)
    {
        Parent = activity?.Context ?? default;
        Token = cancellationToken;
    }

    public Task<CommitOutcome> Completion => _completion.Task;

    public CancellationToken Token { get; }

    /// <summary>The span of the commit.</summary>
    public ActivityContext Parent { get; }

    /// <summary>From here on the caller's cancelling counts. Before the request is queued, so that nobody answers it before.</summary>
    public void Watch() => _cancelling = Token.UnsafeRegister(static state => ((Request)state!).CancelIfWaiting(), this);

    public override bool TryTake() => Interlocked.CompareExchange(ref _phase, Taken, Waiting) == Waiting;

    public override void Abandon()
    {
        CancelIfWaiting();
        Unwatch();
    }

    /// <summary>A token may live much longer than what it was given to.</summary>
    public void Unwatch() => _cancelling.Unregister();

    public void Complete(CommitOutcome outcome)
    {
        Unwatch();
        _completion.TrySetResult(outcome);
    }

    public void Fail(Exception exception)
    {
        Unwatch();
        _completion.TrySetException(exception);
    }

    private void CancelIfWaiting()
    {
        if (Interlocked.CompareExchange(ref _phase, Over, Waiting) == Waiting) _completion.TrySetResult(new CommitOutcome.Cancelled());
    }
}
