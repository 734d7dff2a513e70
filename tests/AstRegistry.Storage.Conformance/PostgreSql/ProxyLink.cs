using System.Net;
using System.Net.Sockets;

namespace AstRegistry.Storage.Conformance.PostgreSql;

/// <summary>One connection through a <see cref="TcpProxy"/>.</summary>
internal sealed class ProxyLink(TcpProxy proxy, Socket client)
{
    private readonly Socket _server = NewSocket();
    private Socket? _double;
    private volatile bool _isStalled;
    private bool _isAnswered = true;

    /// <summary>Whether the link was taken and never led to the server.</summary>
    public bool LeadsNowhere { get; private set; }

    public void Start(int target) => _ = RunAsync(target);

    /// <summary>Resets both ends, which loses what is on the way.</summary>
    public void Reset()
    {
        foreach (var socket in new[] { client, _server, _double })
        {
            if (socket is null) continue;
            try
            {
                socket.LingerState = new(true, 0);
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                // It is closed already.
            }

            socket.Dispose();
        }

        proxy.Forget(this);
    }

    private async Task RunAsync(int target)
    {
        try
        {
            switch (proxy.Fault)
            {
                case ProxyFault.BlackHole:
                    LeadsNowhere = true;
                    return;
                case ProxyFault.Refuse:
                    Reset();
                    return;
                case ProxyFault.Duplicate:
                    _double = NewSocket();
                    await _double.ConnectAsync(IPAddress.Loopback, target);
                    _ = SwallowAsync(_double);
                    break;
            }

            await _server.ConnectAsync(IPAddress.Loopback, target);
            await Task.WhenAny(PumpAsync(client, _server, true), PumpAsync(_server, client, false));
            Reset();
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            Reset();
        }
    }

    /// <summary>Passes bytes on until one end closes or is cut off.</summary>
    private async Task PumpAsync(Socket from, Socket to, bool isRequest)
    {
        var buffer = new byte[16 << 10];
        try
        {
            while (await from.ReceiveAsync(buffer) is var count and > 0)
            {
                if (_isStalled) continue;
                CountTurns(isRequest);
                var (passing, fault) = proxy.Pass(isRequest, count);
                if (passing > 0) await PassAsync(buffer.AsMemory(0, passing), to, isRequest);
                if (fault is ProxyFault.CutRequest or ProxyFault.CutResponse) return;
                if (fault is ProxyFault.StallRequest or ProxyFault.StallResponse) _isStalled = true;
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One end was reset.
        }
    }

    private async Task PassAsync(ReadOnlyMemory<byte> bytes, Socket to, bool isRequest)
    {
        if (proxy.Fault != ProxyFault.Delay)
        {
            if (isRequest && _double is not null) await _double.SendAsync(bytes);
            await SendAllAsync(to, bytes);
            return;
        }

        var half = (bytes.Length + 1) / 2;
        foreach (var part in new[] { bytes[..half], bytes[half..] })
        {
            await Task.Delay(8);
            await SendAllAsync(to, part);
        }
    }

    private void CountTurns(bool isRequest)
    {
        if (isRequest && _isAnswered) proxy.CountTurn();
        _isAnswered = !isRequest;
    }

    private static async Task SendAllAsync(Socket to, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[await to.SendAsync(bytes)..];
    }

    private static async Task SwallowAsync(Socket from)
    {
        var buffer = new byte[16 << 10];
        try
        {
            while (await from.ReceiveAsync(buffer) > 0)
            {
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It was reset.
        }
    }

    private static Socket NewSocket() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
}
