namespace AstRegistry.Layers;

/// <summary>The open batches of a root whose idle ones are to be discarded. A timer runs as long as there are any.</summary>
internal sealed class IdleLayers(TimeProvider time, TimeSpan timeout)
{
    private readonly HashSet<LayerUse> _open = [];
    private ITimer? _timer;

    public TimeSpan Timeout => timeout;

    public long Now => time.GetTimestamp();

    public TimeSpan TimeSince(long timestamp) => time.GetElapsedTime(timestamp);

    public LayerUse Add(IEvictable layer, LayerUse? parent)
    {
        var use = new LayerUse(this, layer, parent);
        lock (_open)
        {
            _open.Add(use);
            if (parent is not null) parent.OpenChildren++;
            _timer ??= time.CreateTimer(static state => ((IdleLayers)state!).Tick(), this, timeout, System.Threading.Timeout.InfiniteTimeSpan);
        }

        return use;
    }

    public void Remove(LayerUse use)
    {
        lock (_open)
        {
            if (!_open.Remove(use)) return;
            if (use.Parent is { } parent) parent.OpenChildren--;
            if (_open.Count == 0) Stop();
        }
    }

    private void Tick()
    {
        foreach (var leaf in Leaves()) EvictFrom(leaf);
        lock (_open)
        {
            if (_open.Count == 0) return;
            var longest = _open.Where(static use => use.OpenChildren == 0).Max(static use => use.Idle);
            _timer?.Change(Later(timeout - longest), System.Threading.Timeout.InfiniteTimeSpan);
        }
    }

    private LayerUse[] Leaves()
    {
        lock (_open) return [.. _open.Where(static use => use.OpenChildren == 0)];
    }

    /// <summary>A batch that nothing stands on any more may be idle as well. A loop, because stacks may be high.</summary>
    private void EvictFrom(LayerUse leaf)
    {
        for (LayerUse? use = leaf; use is not null && HasNoChild(use) && (use.IsIdle || use.IsForgotten) && use.TryEvict(); use = use.Parent)
        {
        }
    }

    private bool HasNoChild(LayerUse use)
    {
        lock (_open) return use.OpenChildren == 0 && _open.Contains(use);
    }

    private void Stop()
    {
        _timer?.Dispose();
        _timer = null;
    }

    /// <summary>Timers count in milliseconds, so the rest of one is awaited whole.</summary>
    private static TimeSpan Later(TimeSpan time) => time < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : time;
}
