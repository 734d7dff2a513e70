namespace AstRegistry.PostgreSql;

/// <summary>The doorbells of one history: rung by itself at once, and by other processes through the database.</summary>
internal sealed class DoorbellBoard : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, List<Doorbell>> _doorbells = new(StringComparer.Ordinal);
    private readonly DoorbellSender? _sender;
    private readonly DoorbellListener? _listener;

    /// <param name="database">The database to ring through.</param>
    /// <param name="isShared">Whether other processes ring and are rung.</param>
    public DoorbellBoard(Database database, bool isShared)
    {
        if (!isShared) return;
        _sender = new(database);
        _listener = new(database, this);
    }

    /// <summary>A doorbell for one watch, which disposes of it.</summary>
    public Doorbell Subscribe(string registry)
    {
        var doorbell = new Doorbell(this, registry);
        lock (_gate)
        {
            if (!_doorbells.TryGetValue(registry, out var others)) _doorbells.Add(registry, others = []);
            others.Add(doorbell);
        }

        _listener?.Start();
        return doorbell;
    }

    public void Remove(Doorbell doorbell)
    {
        lock (_gate)
        {
            if (_doorbells.TryGetValue(doorbell.Registry, out var all) && all.Remove(doorbell) && all.Count == 0) _doorbells.Remove(doorbell.Registry);
        }
    }

    /// <summary>Rings here and everywhere.</summary>
    public void Announce(string registry)
    {
        Ring(registry);
        _sender?.Post(registry);
    }

    /// <summary>Rings here.</summary>
    public void Ring(string registry)
    {
        lock (_gate)
        {
            if (_doorbells.TryGetValue(registry, out var doorbells)) doorbells.ForEach(static doorbell => doorbell.Ring());
        }
    }

    /// <summary>Rings all doorbells here, because rings may have been missed.</summary>
    public void RingAll()
    {
        lock (_gate)
        {
            foreach (var doorbells in _doorbells.Values) doorbells.ForEach(static doorbell => doorbell.Ring());
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_sender is not null) await _sender.DisposeAsync().ConfigureAwait(false);
        if (_listener is not null) await _listener.DisposeAsync().ConfigureAwait(false);
    }
}
