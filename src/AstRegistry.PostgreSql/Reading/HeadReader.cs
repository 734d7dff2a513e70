using System.Data.Common;
using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>Reads heads.</summary>
internal static class HeadReader
{
    /// <summary>The head in the first five columns of a row.</summary>
    public static HistoryHead Read(DbDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), new ChainHash(row.GetFieldValue<byte[]>(4)));

    /// <summary>The head of a registry, and the name of its last change; default values for one that has none.</summary>
    public static async ValueTask<(HistoryHead Head, Guid Change)> ReadAsync(Database database, NpgsqlConnection connection, string registry, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(database.Sql.ReadHead, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.With(registry);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? (Read(reader), reader.GetGuid(5)) : default;
            }
        }
    }
}
