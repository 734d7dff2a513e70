using System.Collections.Concurrent;
using AstRegistry.Storage.Conformance.PostgreSql;
using Npgsql;

namespace AstRegistry.Benchmarks.Storage;

/// <summary>The two sides that are compared: a history, and a table that takes the same bytes by one plain statement.</summary>
internal sealed class PostgreSqlBench : IAsyncDisposable
{
    private readonly PostgreSqlHistory _history;
    private readonly NpgsqlDataSource _source;
    private readonly ConcurrentDictionary<string, HistoryHead> _heads = [];
    private long _rows;

    private PostgreSqlBench(PostgreSqlHistory history, NpgsqlDataSource source) => (_history, _source) = (history, source);

    public static async Task<PostgreSqlBench> OpenAsync(PostgreSqlServer server)
    {
        // Both sides keep their statements prepared and have connections at hand.
        var settings = server.ConnectionString(more: "Maximum Pool Size=20;Max Auto Prepare=32");
        var source = NpgsqlDataSource.Create(settings);
        await server.ExecuteAsync("CREATE TABLE bare (name text NOT NULL, rev bigint NOT NULL, id uuid NOT NULL, hash bytea NOT NULL, data bytea NOT NULL, PRIMARY KEY (name, rev))");
        return new(await PostgreSqlHistory.OpenAsync(new() { ConnectionString = settings, UseDoorbell = false }), source);
    }

    public static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    public static HistoryVersion Next(HistoryHead head, byte[] changes)
    {
        var hash = new byte[ChainHash.Size];
        BitConverter.TryWriteBytes(hash, head.Revision + 1);
        return new(new(head.Revision + 1, head.Current, DateTimeOffset.UnixEpoch, "bench", Guid.NewGuid(), 1), changes, new(hash));
    }

    /// <summary>How often an append waits for the server, seen from between.</summary>
    public static async Task<double> CountTripsAsync(PostgreSqlServer server)
    {
        await using var proxy = new TcpProxy(server.Port);
        await using var history = await PostgreSqlHistory.OpenAsync(new() { ConnectionString = server.ConnectionString(port: proxy.Port), UseDoorbell = false, Schema = "trips" });
        var head = (await history.AppendAsync("trips", default, [Next(default, [1])])).Head;
        var before = proxy.TurnsTaken;
        await history.AppendAsync("trips", head, [Next(head, [2])]);
        return proxy.TurnsTaken - before;
    }

    /// <summary>Appends versions one by one, on whichever head there is.</summary>
    public async Task AppendAsync(string registry, int count, byte[] changes)
    {
        var head = _heads.GetValueOrDefault(registry);
        for (var made = 0; made < count;)
        {
            var outcome = await _history.AppendAsync(registry, head, [Next(head, changes)]);
            head = outcome.Head;
            if (outcome.IsAppended) made++;
        }

        _heads[registry] = head;
    }

    public async Task InsertAsync(string name, int count, byte[] data)
    {
        for (var made = 0; made < count; made++)
        {
            await using var command = _source.CreateCommand("INSERT INTO bare (name, rev, id, hash, data) VALUES ($1, $2, $3, $4, $5)");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Interlocked.Increment(ref _rows) });
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.NewGuid() });
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = new byte[ChainHash.Size] });
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = data });
            await command.ExecuteNonQueryAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _history.DisposeAsync();
        await _source.DisposeAsync();
    }
}
