using System.Runtime.CompilerServices;

namespace AstRegistry.History;

/// <summary>A head that others wait for. Reading takes no lock; one at a time may set it.</summary>
internal sealed class WatchedHead
{
    private State _state;

    public WatchedHead(HistoryHead head = default) => _state = new(head, false);

    public HistoryHead Value => Volatile.Read(ref _state).Head;

    /// <summary>Sets the head, and wakes who waits.</summary>
    public void Set(HistoryHead head) => Replace(new(head, false));

    /// <summary>Ends all watches once they have seen the last head.</summary>
    public void End() => Replace(new(Value, true));

    /// <summary>Each head of a later epoch, the newest only where several came meanwhile.</summary>
    public async IAsyncEnumerable<HistoryHead> WatchAsync(HistoryHead after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var state = Volatile.Read(ref _state);
            if (state.Head.Epoch > after.Epoch)
            {
                after = state.Head;
                yield return after;
                continue;
            }

            if (state.IsEnd) yield break;
            await state.Changed.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Replace(State state) => Interlocked.Exchange(ref _state, state).Changed.TrySetResult();

    private sealed class State(HistoryHead head, bool isEnd)
    {
        public HistoryHead Head => head;

        public bool IsEnd => isEnd;

        public TaskCompletionSource Changed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
