namespace AstRegistry.Registry;

/// <summary>Watches the history for what other processes do, and has the writer take it over.</summary>
internal sealed class Follower(RegistryContext context, CurrentState current, WriterLoop writer, RemoteChanges remote) : IAsyncDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public void Start()
    {
        if (!context.Options.FollowsOthers || !context.History.CanRewind || context.Options.History is null) return;
        using (ExecutionContext.SuppressFlow()) _running = Task.Run(RunAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        var pause = ShortestPause;
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await foreach (var head in context.History.WatchAsync(context.Name, current.Value.Head, _stopping.Token).ConfigureAwait(false))
                {
                    if (head.Epoch > current.Value.Head.Epoch) await writer.AddAsync(() => remote.CatchUpAsync(head)).ConfigureAwait(false);
                    pause = ShortestPause;
                }

                return;
            }
            catch (OperationCanceledException)
            {
                // The registry is closing.
                return;
            }
            catch (Exception exception)
            {
                context.Notices.Add(new(RegistryNoticeKind.FollowFailed, null, $"The history of '{context.Name}' cannot be followed; it is tried again in {pause}: {exception.Message}", exception));
            }

            await PauseAsync(pause).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, context.TimeProvider, _stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The registry is closing.
        }
    }
}
