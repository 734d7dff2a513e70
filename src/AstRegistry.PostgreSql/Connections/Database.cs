using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>One schema of a database: opens connections, tries again what may be tried again, and says in the library's words what fails.</summary>
internal sealed class Database(NpgsqlDataSource source, PostgreSqlHistoryOptions options)
{
    public NpgsqlDataSource Source { get; } = source;

    public SqlTexts Sql { get; } = new(options.Schema);

    /// <summary>The name of the schema, not quoted; it names the channel of the doorbell too.</summary>
    public string Schema { get; } = options.Schema;

    public TimeProvider Time { get; } = options.TimeProvider;

    public PostgreSqlRetry Retry { get; } = options.Retry;

    /// <summary>The history and where it is, as messages begin.</summary>
    public string Place { get; } = "The history in " + PlaceOf(source, options.Schema);

    public Pacer StartPacer() => new(Retry, Time);

    public ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken) => Source.OpenConnectionAsync(cancellationToken);

    public HistoryException Translate(Exception failure, string task) => Failures.Translate(failure, task, Place);

    /// <summary>
    /// Does work that may be done twice: again where it met other work, or where the server went away.
    /// </summary>
    /// <param name="task">What the work does, to be read after "could not".</param>
    /// <param name="work">The work, on a connection of its own.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="HistoryException">It failed for good, or too often.</exception>
    public async ValueTask<T> RunAsync<T>(string task, Func<NpgsqlConnection, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var pacer = StartPacer();
        while (true)
        {
            try
            {
                return await RunOnceAsync(work, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (Failures.IsOfStorage(failure))
            {
                if (!(Failures.IsAway(failure) || Failures.IsCollision(failure)) || !pacer.MayGoOn) throw Translate(failure, task);
            }

            await pacer.PauseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Does work on a connection of its own, once.</summary>
    public async ValueTask<T> RunOnceAsync<T>(Func<NpgsqlConnection, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await work(connection, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs statements as one transaction in one round trip, so that they last. They may be run twice.</summary>
    /// <returns>How many rows the last of them changed.</returns>
    public ValueTask<int> ExecuteAsync(string task, Func<IEnumerable<NpgsqlBatchCommand>> statements, CancellationToken cancellationToken) => RunAsync(
        task,
        async (connection, token) =>
        {
            var batch = new NpgsqlBatch(connection);
            await using (batch.ConfigureAwait(false))
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand(Sql.KeepDurable));
                foreach (var statement in statements()) batch.BatchCommands.Add(statement);
                await batch.ExecuteNonQueryAsync(token).ConfigureAwait(false);
                return batch.BatchCommands[^1].RecordsAffected;
            }
        },
        cancellationToken);

    private static string PlaceOf(NpgsqlDataSource source, string schema)
    {
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        return FormattableString.Invariant($"schema '{schema}' of database '{settings.Database ?? settings.Username}' at {settings.Host}:{settings.Port}");
    }
}
