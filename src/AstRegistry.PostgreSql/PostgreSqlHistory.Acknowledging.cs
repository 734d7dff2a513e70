using AstRegistry.History;
using AstRegistry.PostgreSql;
using Npgsql;

namespace AstRegistry;

public sealed partial class PostgreSqlHistory
{
    /// <inheritdoc/>
    public async ValueTask AcknowledgeAsync(string registry, string participant, long revision, CancellationToken cancellationToken = default)
    {
        Check(registry);
        HistoryRules.CheckParticipant(participant);
        OptionRules.CheckKey(registry, participant);
        await _database.ExecuteAsync(
            $"note what '{participant}' has seen of '{registry}'",
            () => [new NpgsqlBatchCommand(_database.Sql.Acknowledge).With(registry).With(participant).With(revision)],
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, long>> GetAcknowledgementsAsync(string registry, CancellationToken cancellationToken = default)
    {
        Check(registry);
        return _database.RunAsync($"read what participants have seen of '{registry}'", ReadAsync, cancellationToken);

        async ValueTask<IReadOnlyDictionary<string, long>> ReadAsync(NpgsqlConnection connection, CancellationToken token)
        {
            var command = new NpgsqlCommand(_database.Sql.ReadAcknowledgements, connection);
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.With(registry);
                var reader = await command.ExecuteReaderAsync(token).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    var seen = new Dictionary<string, long>(StringComparer.Ordinal);
                    while (await reader.ReadAsync(token).ConfigureAwait(false)) seen.Add(reader.GetString(0), reader.GetInt64(1));
                    return seen;
                }
            }
        }
    }
}
