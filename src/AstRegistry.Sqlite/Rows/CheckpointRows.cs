namespace AstRegistry.Sqlite;

/// <summary>The tables <c>checkpoint</c> and <c>checkpoint_chunk</c>.</summary>
internal static class CheckpointRows
{
    /// <summary>A number that no chunk of this checkpoint has yet.</summary>
    public static long NextAttempt(EngineConnection connection, string registry, long revision)
    {
        var statement = connection.Prepare("NextAttempt").Bind(1, registry).Bind(2, revision);
        try
        {
            return statement.Step() ? statement.Integer(0) : 1;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>Adds chunks from one number up to another. They do not count before <see cref="Complete"/>.</summary>
    public static void InsertChunks(EngineConnection connection, string registry, HistoryCheckpoint checkpoint, long attempt, int chunkSize, int from, int to)
    {
        var insert = connection.Prepare("InsertCheckpointChunk");
        for (var chunk = from; chunk < to; chunk++)
        {
            var start = chunk * chunkSize;
            var data = checkpoint.Data.Span.Slice(start, Math.Min(chunkSize, checkpoint.Data.Length - start));
            insert.Bind(1, registry).Bind(2, checkpoint.Revision).Bind(3, attempt).Bind(4, chunk).Bind(5, data).Run();
        }
    }

    /// <summary>Lets the chunks of an attempt count, and takes away all others.</summary>
    public static void Complete(EngineConnection connection, string registry, HistoryCheckpoint checkpoint, long attempt)
    {
        connection.Prepare("WriteCheckpoint").Bind(1, registry).Bind(2, checkpoint.Revision).Bind(3, attempt)
            .Bind(4, checkpoint.Data.Length).Bind(5, ChecksumOf(registry, checkpoint.Revision, checkpoint.Data.Span)).Run();
        connection.Prepare("DeleteOtherAttempts").Bind(1, registry).Bind(2, checkpoint.Revision).Bind(3, attempt).Run();
    }

    public static List<long> List(EngineConnection connection, string registry)
    {
        var statement = connection.Prepare("ListCheckpoints").Bind(1, registry);
        try
        {
            var revisions = new List<long>();
            while (statement.Step()) revisions.Add(statement.Integer(0));
            return revisions;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <exception cref="EngineException">It is damaged.</exception>
    public static HistoryCheckpoint? Read(EngineConnection connection, string registry, long revision)
    {
        var row = connection.Prepare("ReadCheckpoint").Bind(1, registry).Bind(2, revision);
        try
        {
            if (!row.Step()) return null;
            var chunks = connection.Prepare("ReadCheckpointChunks").Bind(1, registry).Bind(2, revision).Bind(3, row.Integer(0));
            var data = Chunks.Join(chunks, row.Integer(1));
            return data is not null && row.Integer(2) == ChecksumOf(registry, revision, data)
                ? new(revision, data)
                : throw Damage.In($"the checkpoint {revision} of '{registry}'");
        }
        finally
        {
            row.Reset();
        }
    }

    /// <summary>Takes away the checkpoints before a revision, except those to keep, and chunks that belong to none.</summary>
    public static void DeleteBefore(EngineConnection connection, string registry, long revision, IReadOnlyCollection<long> keep)
    {
        foreach (var old in List(connection, registry).Where(old => old < revision && !keep.Contains(old)))
        {
            connection.Prepare("DeleteCheckpoint").Bind(1, registry).Bind(2, old).Run();
        }

        connection.Prepare("DeleteOrphanChunks").Bind(1, registry).Run();
    }

    private static long ChecksumOf(string registry, long revision, ReadOnlySpan<byte> data)
    {
        var checksum = RowChecksum.Of(registry);
        checksum.Add(revision);
        checksum.Add(data.Length);
        checksum.Add(data);
        return checksum.Value;
    }
}
