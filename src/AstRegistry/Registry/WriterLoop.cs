using System.Threading.Channels;

namespace AstRegistry.Registry;

/// <summary>
/// The one writer of a registry: takes what waits in its order. When it is told to stop, what is under way ends as it would, and the commits that
/// still wait are cancelled.
/// </summary>
internal sealed class WriterLoop(RegistryContext context, CommitPipeline pipeline)
{
    private const int MostTogether = 256;

    private readonly Channel<WorkItem> _queue = Channel.CreateUnbounded<WorkItem>(new() { SingleReader = true });
    private readonly int _capacity = context.Options.QueueCapacity;
    private Task _running = Task.CompletedTask;
    private volatile bool _isStopping;
    private int _waiting;

    public void Start()
    {
        // Who opens the registry may do so within a span or a handler, which are not those of the commits to come.
        using (ExecutionContext.SuppressFlow()) _running = Task.Run(RunAsync);
    }

    /// <summary>Lets a commit wait for its turn; false if too many do, or the loop has been stopped.</summary>
    public bool TryAdd(Request request)
    {
        if (Interlocked.Increment(ref _waiting) > _capacity || !_queue.Writer.TryWrite(request))
        {
            Interlocked.Decrement(ref _waiting);
            return false;
        }

        RegistryTelemetry.Queued(1);
        return true;
    }

    /// <summary>Does something between two commits.</summary>
    public Task AddAsync(Func<Task> work)
    {
        var task = new WriterTask(work);
        if (!_queue.Writer.TryWrite(task)) task.Abandon();
        return task.Completion;
    }

    public Task StopAsync()
    {
        _isStopping = true;
        _queue.Writer.TryComplete();
        return _running;
    }

    private async Task RunAsync()
    {
        var commits = new List<CommitRequest>();
        WorkItem? next = null;
        while (next is not null || await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            if ((next ?? Take()) is not { } item) continue;
            next = null;
            if (item is not CommitRequest commit)
            {
                await RunAsync(item).ConfigureAwait(false);
                continue;
            }

            commits.Clear();
            commits.Add(commit);
            while (commits.Count < MostTogether && Take() is { } other)
            {
                if (other is not CommitRequest another)
                {
                    next = other;
                    break;
                }

                commits.Add(another);
            }

            await CommitAsync(commits).ConfigureAwait(false);
        }
    }

    /// <summary>Whatever happens, every commit is answered and the loop goes on.</summary>
    private async Task CommitAsync(List<CommitRequest> commits)
    {
        try
        {
            await pipeline.CommitAsync(commits).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            foreach (var commit in commits) commit.Fail(exception);
        }
    }

    private Task RunAsync(WorkItem item) => item is CheckoutRequest checkout ? pipeline.CheckoutAsync(checkout) : ((WriterTask)item).RunAsync();

    /// <summary>The next item that nobody has given up; null if none waits.</summary>
    private WorkItem? Take()
    {
        while (_queue.Reader.TryRead(out var item))
        {
            if (item is Request)
            {
                Interlocked.Decrement(ref _waiting);
                RegistryTelemetry.Queued(-1);
            }

            if (_isStopping) item.Abandon();
            else if (item.TryTake()) return item;
        }

        return null;
    }
}
