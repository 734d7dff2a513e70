using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>Hears the notifications of other processes, on a connection that it takes with the first watch and makes anew whenever it is lost.</summary>
internal sealed class DoorbellListener(Database database, DoorbellBoard board) : IAsyncDisposable
{
    /// <summary>After this much silence the connection is asked whether it is still there.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private Task? _listening;

    public void Start()
    {
        lock (_gate) _listening ??= Task.Run(ListenAlwaysAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        Task? listening;
        lock (_gate) listening = _listening;
        if (listening is not null) await listening.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task ListenAlwaysAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await database.RunOnceAsync(ListenAsync, _stop.Token).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is OperationCanceledException || Failures.IsOfStorage(failure))
            {
                // The polling goes on meanwhile, and reports what does not pass.
            }

            await Task.Delay(database.Retry.MaxDelay, database.Time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async ValueTask<int> ListenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        connection.Notification += OnNotification;
        try
        {
            await ExecuteAsync(connection, database.Sql.Listen, cancellationToken).ConfigureAwait(false);
            board.RingAll();
            while (true)
            {
                if (!await connection.WaitAsync(Silence, cancellationToken).ConfigureAwait(false)) await ExecuteAsync(connection, "SELECT 1", cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            connection.Notification -= OnNotification;
        }
    }

    private void OnNotification(object sender, NpgsqlNotificationEventArgs notification) => board.Ring(notification.Payload);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
