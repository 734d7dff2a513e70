namespace AstRegistry.Layers;

/// <summary>When an open batch was used last. Knows the batch weakly, so that it goes when its owner forgets it.</summary>
internal sealed class LayerUse(IdleLayers layers, IEvictable layer, LayerUse? parent)
{
    private readonly WeakReference<IEvictable> _layer = new(layer);
    private long _lastUse = layers.Now;

    /// <summary>The batch below, which is kept as long as this one is open.</summary>
    public LayerUse? Parent => parent;

    /// <summary>How many batches above are open; guarded by the lock of <see cref="IdleLayers"/>.</summary>
    public int OpenChildren { get; set; }

    public TimeSpan Idle => layers.TimeSince(Volatile.Read(ref _lastUse));

    public bool IsIdle => Idle >= layers.Timeout;

    public TimeSpan Timeout => layers.Timeout;

    public void Touch() => Volatile.Write(ref _lastUse, layers.Now);

    public void End() => layers.Remove(this);

    /// <summary>Discards the batch if it is idle. One that the collector took has gone already.</summary>
    public bool TryEvict()
    {
        if (_layer.TryGetTarget(out var target)) return target.TryEvict();
        End();
        return true;
    }

    /// <summary>Whether nobody has the batch any more.</summary>
    public bool IsForgotten => !_layer.TryGetTarget(out _);
}
