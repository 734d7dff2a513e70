using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>
/// Brings the schema to the latest format, whoever else does so at the same time. Everything happens in one transaction, so that there is the
/// whole of a format or nothing of it.
/// </summary>
/// <remarks>
/// Two processes that start on an empty database both create the mark; the catalog lets one through and the other meets an error once the first is
/// done, and begins anew. Where the mark is there, its lock makes them take turns.
/// </remarks>
internal sealed class SchemaSetup(Database database)
{
    private const string Task = "be opened";

    /// <summary>Makes what is missing; only looks where nothing is, which needs no right to create anything.</summary>
    /// <exception cref="HistoryException">The schema is of a newer version or of another program, or the database fails.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var pacer = database.StartPacer();
        while (true)
        {
            try
            {
                await database.RunOnceAsync(TryEnsureAsync, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception failure) when (Failures.IsOfStorage(failure))
            {
                var isPassing = Failures.IsAway(failure) || Failures.IsCollision(failure) || IsRace(failure);
                if (!isPassing || !pacer.MayGoOn) throw database.Translate(failure, Task);
            }

            await pacer.PauseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether another process was creating the same things: they were absent, and are there now.</summary>
    private static bool IsRace(Exception failure) => failure is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateSchema or PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateObject,
    };

    private async ValueTask<int> TryEnsureAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var found = await InspectAsync(connection, cancellationToken).ConfigureAwait(false);
        if (found.IsMarked && await ReadFormatAsync(connection, cancellationToken).ConfigureAwait(false) == SchemaFormat.Latest) return SchemaFormat.Latest;
        if (!found.IsMarked && found.HasTables) throw Foreign("It has tables, and none of them is our mark");
        return await MigrateAsync(connection, found.Exists, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(bool Exists, bool IsMarked, bool HasTables)> InspectAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(database.Sql.InspectSchema, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.With(database.Schema);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                return (reader.GetBoolean(0), reader.GetBoolean(1), reader.GetBoolean(2));
            }
        }
    }

    private async Task<int> MigrateAsync(NpgsqlConnection connection, bool exists, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await ExecuteAsync(connection, database.Sql.KeepDurable, cancellationToken).ConfigureAwait(false);
            if (!exists) await ExecuteAsync(connection, database.Sql.CreateSchema, cancellationToken).ConfigureAwait(false);
            await ExecuteAsync(connection, database.Sql.CreateFormat, cancellationToken).ConfigureAwait(false);
            await ExecuteAsync(connection, database.Sql.LockFormat, cancellationToken).ConfigureAwait(false);
            var format = await ReadFormatAsync(connection, cancellationToken).ConfigureAwait(false);
            while (format < SchemaFormat.Latest) await ExecuteAsync(connection, database.Sql.Migrate(++format), cancellationToken).ConfigureAwait(false);
            await RecordAsync(connection, format, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return format;
        }
    }

    /// <summary>The format that the mark records; 0 where it records none yet.</summary>
    /// <exception cref="HistoryException">It is newer than ours, or the mark is of another program.</exception>
    private async Task<int> ReadFormatAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(database.Sql.ReadFormat, connection);
        await using (command.ConfigureAwait(false))
        {
            try
            {
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? FormatOf(reader) : 0;
                }
            }
            catch (Exception failure) when (failure is PostgresException { SqlState: PostgresErrorCodes.UndefinedColumn } or InvalidCastException)
            {
                throw Foreign("Its table 'format' is not our mark", failure);
            }
        }
    }

    private int FormatOf(NpgsqlDataReader reader)
    {
        var product = reader.GetString(0);
        if (product != SchemaFormat.Product) throw Foreign($"Its mark says '{product}'");
        var format = reader.GetInt32(1);
        return format <= SchemaFormat.Latest
            ? format
            : throw new HistoryException(HistoryFault.NewerFormat, FormattableString.Invariant($"{database.Place} has format {format}; this version of AstRegistry knows formats up to {SchemaFormat.Latest}. Use a newer AstRegistry.PostgreSql, or another schema."));
    }

    private async Task RecordAsync(NpgsqlConnection connection, int format, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(database.Sql.RecordFormat, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.With(SchemaFormat.Product).With(format);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private HistoryException Foreign(string reason, Exception? cause = null) =>
        new(HistoryFault.Foreign, $"{database.Place} belongs to another program. {reason}. Name another schema in {nameof(PostgreSqlHistoryOptions)}.{nameof(PostgreSqlHistoryOptions.Schema)}.", cause);
}
