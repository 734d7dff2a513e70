namespace AstRegistry.Runtime.Tests.Simulation;

/// <summary>
/// Where the registry and its schedule meet: the registry opens gates and waits at them, the schedule waits until it does. The registry has one
/// writer, so that between two steps of the schedule nothing is left to chance.
/// </summary>
internal sealed class Simulator
{
    private readonly object _meeting = new();
    private TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Gate? _gate;
    private int _count;

    /// <summary>The gate at which the registry waits; null if it has passed or waits for commits.</summary>
    public Gate? Gate
    {
        get
        {
            lock (_meeting) return _gate;
        }
    }

    public Gate Open(string name, bool isHandler = false, Guid commitId = default)
    {
        lock (_meeting)
        {
            _gate = new(++_count, name, isHandler, commitId);
            _opened.TrySetResult();
            return _gate;
        }
    }

    /// <summary>Leaves the gate, released or not: from here on the next one counts.</summary>
    public void Leave()
    {
        lock (_meeting)
        {
            _gate = null;
            _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits until the registry stands at a gate, or has answered all that it was asked.</summary>
    public async Task SettleAsync(IEnumerable<Task> asked)
    {
        Task opened;
        lock (_meeting) opened = _opened.Task;
        await Task.WhenAny(opened, Task.WhenAll(asked.Select(static task => task.ContinueWith(
            static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default))));
    }
}
