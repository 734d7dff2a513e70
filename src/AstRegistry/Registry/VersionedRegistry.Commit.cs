using AstRegistry.Registry;
using AstRegistry.Transactions;

namespace AstRegistry;

public sealed partial class VersionedRegistry
{
    /// <summary>Carries out a change set, all of it or nothing, and says what came of it.</summary>
    /// <param name="changes">The operations. They may come back in another order, and with the entries as they were.</param>
    /// <param name="options">Who commits, which revision is expected, and a name for the commit.</param>
    /// <param name="cancellationToken">
    /// Cancels until the change is durable; what handlers have accepted is rolled back first. After that the outcome is that it is committed.
    /// </param>
    /// <remarks>
    /// <para>A conflict without keys says that the expected revision has passed, or that other processes were faster each time.</para>
    /// <para>An operation without the entry as it was applies to whatever is there; one that carries it is a conflict where something else is there.</para>
    /// </remarks>
    /// <exception cref="DependencyCycleException">Entries would depend on each other in a circle; nothing was changed.</exception>
    /// <exception cref="HistoryException">The history failed. Nothing was changed, unless the history learns later that it had stored the version after all; then the registry shows it.</exception>
    /// <exception cref="ReentrantCommitException">A handler commits to the registry that waits for it.</exception>
    /// <exception cref="ObjectDisposedException">The registry was disposed.</exception>
    public Task<CommitOutcome> CommitAsync(ChangeSet changes, CommitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var given = (options ?? CommitOptions.None).Checked();
        return RunAsync("astregistry.commit", activity => new CommitRequest(changes, given, activity, cancellationToken));
    }

    /// <summary>Queues a request, and measures what comes of it.</summary>
    private async Task<CommitOutcome> RunAsync(string name, Func<System.Diagnostics.Activity?, Request> make)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) == 1, this);
        if (HandlerScope.IsWithin(_context)) throw ReentrantCommitException.Of(Name);
        using var activity = RegistryTelemetry.Start(name, _context);
        var started = _context.TimeProvider.GetTimestamp();
        CommitOutcome? outcome = null;
        try
        {
            return outcome = await AnswerAsync(make(activity)).ConfigureAwait(false);
        }
        finally
        {
            RegistryTelemetry.Ended(_context, started, outcome, activity);
        }
    }

    private Task<CommitOutcome> AnswerAsync(Request request)
    {
        if (request.Token.IsCancellationRequested) return Task.FromResult<CommitOutcome>(new CommitOutcome.Cancelled());
        request.Watch();
        if (_writer.TryAdd(request)) return request.Completion;
        request.Unwatch();
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) == 1, this);
        return Task.FromResult<CommitOutcome>(new CommitOutcome.Busy());
    }
}
