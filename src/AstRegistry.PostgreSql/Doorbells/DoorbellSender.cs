using System.Threading.Channels;
using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>
/// Sends notifications outside the transactions that they speak of, because a transaction that notifies makes all others that do wait for it.
/// Registries that changed while one notification was under way go together with the next one.
/// </summary>
internal sealed class DoorbellSender(Database database) : IAsyncDisposable
{
    /// <summary>How long changes are gathered after a notification. Seldom changes are announced at once, frequent ones this far apart.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(5);

    /// <summary>How long the last notification may take when the history closes.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly HashSet<string> _due = new(StringComparer.Ordinal);
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private Task? _sending;

    /// <summary>Announces a change of a registry soon.</summary>
    public void Post(string registry)
    {
        lock (_gate)
        {
            _due.Add(registry);
            _sending ??= Task.Run(SendAllAsync);
        }

        _signal.Writer.TryWrite(true);
    }

    public async ValueTask DisposeAsync()
    {
        _signal.Writer.TryComplete();
        Task? sending;
        lock (_gate) sending = _sending;
        if (sending is not null)
        {
            using var timer = database.Time.CreateTimer(static state => ((CancellationTokenSource)state!).Cancel(), _stop, Farewell, Timeout.InfiniteTimeSpan);
            await sending.ConfigureAwait(false);
        }

        _stop.Dispose();
    }

    private async Task SendAllAsync()
    {
        await foreach (var _ in _signal.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                await database.RunOnceAsync(SendAsync, _stop.Token).ConfigureAwait(false);
                if (!_signal.Reader.Completion.IsCompleted) await Task.Delay(Gathering, database.Time, _stop.Token).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is OperationCanceledException || Failures.IsOfStorage(failure))
            {
                // Who watches looks by itself before long.
            }
        }
    }

    private async ValueTask<int> SendAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        string[] registries;
        lock (_gate)
        {
            registries = [.. _due];
            _due.Clear();
        }

        if (registries.Length == 0) return 0;
        var command = new NpgsqlCommand(database.Sql.Notify, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.With(database.Schema).With(registries);
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
