using System.Security.Cryptography;
using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>The checkpoints of a registry.</summary>
internal sealed class Checkpoints(Database database, string registry)
{
    /// <summary>How many chunks one statement brings: 16 MiB, so that no message grows with the checkpoint.</summary>
    private const int ChunksOfStatement = 64;

    public ValueTask<IReadOnlyList<long>> ListAsync(CancellationToken cancellationToken) =>
        database.RunAsync($"list the checkpoints of '{registry}'", ListOnceAsync, cancellationToken);

    public ValueTask<HistoryCheckpoint?> ReadAsync(long revision, CancellationToken cancellationToken) => database.RunAsync(
        FormattableString.Invariant($"read the checkpoint of '{registry}' at {revision}"),
        (connection, token) => ReadOnceAsync(connection, revision, token),
        cancellationToken);

    /// <summary>Writes all chunks in one transaction, in order, so that two writers of the same checkpoint follow one another.</summary>
    public async ValueTask WriteAsync(HistoryCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        byte[][] chunks = checkpoint.Data.IsEmpty ? [[]] : [.. Chunks.Of(checkpoint.Data)];
        var hash = SHA256.HashData(checkpoint.Data.Span);
        await database.ExecuteAsync(
            FormattableString.Invariant($"write the checkpoint of '{registry}' at {checkpoint.Revision}"),
            () => Statements(checkpoint.Revision, chunks, hash),
            cancellationToken).ConfigureAwait(false);
    }

    private IEnumerable<NpgsqlBatchCommand> Statements(long revision, byte[][] chunks, byte[] hash)
    {
        for (var start = 0; start < chunks.Length; start += ChunksOfStatement)
        {
            var part = chunks[start..Math.Min(start + ChunksOfStatement, chunks.Length)];
            var numbers = Enumerable.Range(start, part.Length).ToArray();
            yield return new NpgsqlBatchCommand(database.Sql.WriteCheckpoint).With(registry).With(revision).With(numbers).With(part).With(hash);
        }

        yield return new NpgsqlBatchCommand(database.Sql.TrimCheckpoint).With(registry).With(revision).With(chunks.Length);
    }

    private async ValueTask<IReadOnlyList<long>> ListOnceAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(database.Sql.ListCheckpoints, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.With(registry);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var revisions = new List<long>();
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) revisions.Add(reader.GetInt64(0));
                return revisions;
            }
        }
    }

    private async ValueTask<HistoryCheckpoint?> ReadOnceAsync(NpgsqlConnection connection, long revision, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(database.Sql.ReadCheckpoint, connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.With(registry).With(revision);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var (chunks, hash) = (new List<byte[]>(), Array.Empty<byte>());
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    chunks.Add(reader.GetFieldValue<byte[]>(1));
                    hash = reader.GetFieldValue<byte[]>(2);
                }

                return chunks.Count == 0 ? null : new(revision, Verified(revision, chunks, hash));
            }
        }
    }

    private byte[] Verified(long revision, List<byte[]> chunks, byte[] hash)
    {
        var data = chunks.Count == 1 ? chunks[0] : Join(chunks);
        return SHA256.HashData(data).AsSpan().SequenceEqual(hash)
            ? data
            : throw new HistoryException(HistoryFault.Corrupt, FormattableString.Invariant($"{database.Place} has a damaged checkpoint of '{registry}' at {revision}: its bytes do not match its hash. Write it anew, or go back to an earlier one."));
    }

    private static byte[] Join(List<byte[]> chunks)
    {
        var data = new byte[chunks.Sum(static chunk => chunk.Length)];
        var filled = 0;
        foreach (var chunk in chunks)
        {
            chunk.CopyTo(data, filled);
            filled += chunk.Length;
        }

        return data;
    }
}
