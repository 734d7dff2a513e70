using System.Runtime.CompilerServices;

namespace AstRegistry.Registry;

/// <summary>The root that readers take with one volatile read and the writer replaces with one volatile write.</summary>
internal sealed class CurrentState(RegistryState initial)
{
    private RegistryState _value = initial;
    private TaskCompletionSource? _change;
    private volatile bool _isEnded;

    public RegistryState Value => Volatile.Read(ref _value);

    public void Publish(RegistryState state)
    {
        Volatile.Write(ref _value, state);
        Wake();
    }

    /// <summary>Ends all watches once they have seen the last snapshot.</summary>
    public void End()
    {
        _isEnded = true;
        Wake();
    }

    /// <summary>Each snapshot that comes after the present one; the newest only where several came meanwhile.</summary>
    public async IAsyncEnumerable<RegistrySnapshot> WatchAsync(RegistrySnapshot seen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            // Asked for before the snapshot is read, so that no change falls between.
            var change = NextChange();
            var isEnded = _isEnded;
            if (Value.Snapshot is var now && !ReferenceEquals(now, seen))
            {
                seen = now;
                yield return now;
                continue;
            }

            if (isEnded) yield break;
            await change.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private Task NextChange()
    {
        if (Volatile.Read(ref _change) is { } known) return known.Task;
        var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _change, made, null) ?? made).Task;
    }

    private void Wake() => Interlocked.Exchange(ref _change, null)?.TrySetResult();
}
