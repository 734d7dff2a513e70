namespace AstRegistry.Events;

/// <summary>The events that wait for one subscriber. Any number of publishers, one reader.</summary>
internal sealed class Mailbox(SubscriptionOptions options)
{
    private readonly object _gate = new();
    private readonly Queue<RegistryEvent> _events = new();
    private readonly Queue<TaskCompletionSource> _publishers = new();
    private TaskCompletionSource? _reader;
    private int _reserved;
    private bool _isClosed;
    private long _dropped;

    /// <summary>Whether publishers wait for room.</summary>
    public bool IsPatient => options.Overflow == EventOverflow.Wait;

    public long Dropped => Volatile.Read(ref _dropped);

    public int Count
    {
        get
        {
            lock (_gate) return _events.Count;
        }
    }

    /// <summary>Keeps room for one event, waiting for it if need be. A closed mailbox has room for everything, and takes nothing.</summary>
    public async ValueTask ReserveAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource turn;
        lock (_gate)
        {
            if (TryReserve()) return;
            turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _publishers.Enqueue(turn);
        }

        using var cancelling = cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), turn);
        await turn.Task.ConfigureAwait(false);
    }

    /// <summary>Gives back room that is not needed after all.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _reserved--;
            LetIn();
        }
    }

    public void Post(RegistryEvent posted, bool isReserved)
    {
        lock (_gate)
        {
            if (isReserved) _reserved--;
            if (_isClosed) return;
            if (!IsPatient && _events.Count == options.Capacity)
            {
                _events.Dequeue();
                _dropped++;
            }

            _events.Enqueue(posted);
            Wake();
        }
    }

    /// <summary>Counts an event that a publisher gave up on.</summary>
    public void Drop() => Interlocked.Increment(ref _dropped);

    /// <summary>The next event, in the order of posting; null once the mailbox is closed and empty.</summary>
    public async ValueTask<RegistryEvent?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task arrival;
            lock (_gate)
            {
                if (_events.TryDequeue(out var next))
                {
                    LetIn();
                    return next;
                }

                if (_isClosed) return null;
                _reader ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
                arrival = _reader.Task;
            }

            await arrival.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes no more events. What is there may still be read, unless it is thrown away.</summary>
    public void Close(bool isEmptied)
    {
        lock (_gate)
        {
            _isClosed = true;
            if (isEmptied) _events.Clear();
            LetIn();
            Wake();
        }
    }

    private bool TryReserve()
    {
        if (!_isClosed && _events.Count + _reserved >= options.Capacity) return false;
        _reserved++;
        return true;
    }

    private void LetIn()
    {
        while (_publishers.Count > 0 && TryReserve())
        {
            // One that has been cancelled meanwhile leaves its room to the next.
            if (!_publishers.Dequeue().TrySetResult()) _reserved--;
        }
    }

    private void Wake()
    {
        _reader?.TrySetResult();
        _reader = null;
    }
}
