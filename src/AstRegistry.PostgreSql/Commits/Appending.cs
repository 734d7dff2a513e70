using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>Appends versions; the commit ids tell whether they are there.</summary>
internal sealed class Appending(Database database, AppendRequest request) : HeadChange(database, request.Expected)
{
    protected override string Task => request.Task;

    protected override NpgsqlCommand NewCommand(NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(Database.Sql.Append, connection);
        request.AddTo(command.Parameters);
        return command;
    }

    protected override HistoryHead HeadOf(NpgsqlDataReader row) => request.HeadAfter(row.GetInt64(0));

    protected override async ValueTask<AppendOutcome?> LookAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(Database.Sql.FindCommits, connection);
        await using (command.ConfigureAwait(false))
        {
            request.AddKeysTo(command.Parameters);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var isThere = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                var head = isThere ? HeadReader.Read(reader) : default;
                if (isThere && reader.GetInt64(5) == request.Versions.Length) return new AppendOutcome(true, head);
                return IsExpected(head) ? null : new AppendOutcome(false, head);
            }
        }
    }

    protected override Exception? Explain(PostgresException answer) => answer is { SqlState: PostgresErrorCodes.UniqueViolation } ? Explain(answer.ConstraintName) : null;

    private Exception Explain(string? constraint) => constraint == "version_commit_id_key"
        ? new ArgumentException($"{Database.Place} could not {Task}: a commit id belongs to another version already. Give each commit an id of its own.")
        : new HistoryException(HistoryFault.Corrupt, $"{Database.Place} could not {Task}: there are versions above the head. Restore the tables from a backup.");
}
