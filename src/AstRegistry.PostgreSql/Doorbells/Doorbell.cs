namespace AstRegistry.PostgreSql;

/// <summary>Rings for those who watch one registry. A ring says no more than that it is worth looking.</summary>
internal sealed class Doorbell(DoorbellBoard board, string registry) : IDisposable
{
    private TaskCompletionSource _next = NewSource();
    private int _isGone;

    public string Registry { get; } = registry;

    /// <summary>Ends with the next ring.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Ring() => Interlocked.Exchange(ref _next, NewSource()).TrySetResult();

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isGone, 1) == 0) board.Remove(this);
    }

    /// <summary>Continuations run elsewhere, so that who rings is not held up by who looks.</summary>
    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
