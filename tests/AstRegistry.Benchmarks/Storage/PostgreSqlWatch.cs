using System.Diagnostics;
using AstRegistry.Storage.Conformance.PostgreSql;

namespace AstRegistry.Benchmarks.Storage;

/// <summary>A history that writes and another that watches, as two processes would.</summary>
internal sealed class PostgreSqlWatch : IAsyncDisposable
{
    private readonly PostgreSqlHistory _writer;
    private readonly PostgreSqlHistory _watcher;
    private readonly IAsyncEnumerator<HistoryHead> _watch;
    private HistoryHead _head;

    private PostgreSqlWatch(PostgreSqlHistory writer, PostgreSqlHistory watcher)
    {
        (_writer, _watcher) = (writer, watcher);
        _watch = watcher.WatchAsync("watched", default).GetAsyncEnumerator();
    }

    public static async Task<PostgreSqlWatch> OpenAsync(PostgreSqlServer server, bool useDoorbell)
    {
        var options = new PostgreSqlHistoryOptions { ConnectionString = server.ConnectionString(), UseDoorbell = useDoorbell, Schema = useDoorbell ? "ringing" : "polling" };
        return new(await PostgreSqlHistory.OpenAsync(options), await PostgreSqlHistory.OpenAsync(options));
    }

    /// <summary>The nanoseconds from the moment that a commit is durable until the other side has its head. Commits come at odd moments of the polling.</summary>
    public async Task<double> LatencyAsync()
    {
        var next = _watch.MoveNextAsync().AsTask();
        await Task.Delay(Random.Shared.Next(20, 400));
        _head = (await _writer.AppendAsync("watched", _head, [PostgreSqlBench.Next(_head, [1])])).Head;
        var committed = Stopwatch.GetTimestamp();
        await next;
        return Stopwatch.GetElapsedTime(committed).TotalNanoseconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.DisposeAsync();
        await _watcher.DisposeAsync();
        await _writer.DisposeAsync();
    }
}
