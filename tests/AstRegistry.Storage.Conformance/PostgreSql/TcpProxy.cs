using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AstRegistry.Storage.Conformance.PostgreSql;

/// <summary>Stands between a client and a server on this machine, and breaks what passes as it is told.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly int _target;
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentDictionary<ProxyLink, bool> _links = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private readonly object _gate = new();
    private ProxyFault _fault;
    private long _countdown;
    private int _turns;

    public TcpProxy(int target)
    {
        _target = target;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(512);
        _accepting = AcceptAllAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>How often a client spoke after it had been answered: round trips.</summary>
    public int TurnsTaken => Volatile.Read(ref _turns);

    /// <summary>The fault for connections as they are now.</summary>
    public ProxyFault Fault
    {
        get
        {
            lock (_gate) return _fault;
        }
    }

    /// <summary>Breaks things from now on.</summary>
    /// <param name="fault">How; cuts and stalls happen once, the others go on until <see cref="Heal"/>.</param>
    /// <param name="afterBytes">Cuts and stalls let this many bytes pass before.</param>
    public void Break(ProxyFault fault, long afterBytes = 0)
    {
        lock (_gate) (_fault, _countdown) = (fault, afterBytes);
        // What concerns new connections shows at once.
        if (fault is ProxyFault.BlackHole or ProxyFault.Refuse or ProxyFault.Duplicate) ResetAll();
    }

    /// <summary>Lets everything pass again. What leads nowhere is reset; what is stalled stays so.</summary>
    public void Heal()
    {
        lock (_gate) _fault = ProxyFault.None;
        foreach (var link in _links.Keys.Where(static link => link.LeadsNowhere)) link.Reset();
    }

    /// <summary>Resets all connections.</summary>
    public void ResetAll()
    {
        foreach (var link in _links.Keys) link.Reset();
    }

    /// <summary>How many of some bytes may pass before a cut or stall, and which it is; it does not come again.</summary>
    public (int Passing, ProxyFault Fault) Pass(bool isRequest, int count)
    {
        lock (_gate)
        {
            var isMeant = _fault is ProxyFault.CutRequest or ProxyFault.StallRequest ? isRequest : _fault is ProxyFault.CutResponse or ProxyFault.StallResponse && !isRequest;
            if (!isMeant) return (count, ProxyFault.None);
            if (count < _countdown)
            {
                _countdown -= count;
                return (count, ProxyFault.None);
            }

            var (passing, fault) = ((int)_countdown, _fault);
            _fault = ProxyFault.None;
            return (passing, fault);
        }
    }

    public void CountTurn() => Interlocked.Increment(ref _turns);

    public void Forget(ProxyLink link) => _links.TryRemove(link, out _);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        ResetAll();
        _stop.Dispose();
    }

    private async Task AcceptAllAsync()
    {
        try
        {
            while (true)
            {
                var link = new ProxyLink(this, await _listener.AcceptAsync(_stop.Token));
                _links.TryAdd(link, true);
                link.Start(_target);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The proxy goes.
        }
    }
}
