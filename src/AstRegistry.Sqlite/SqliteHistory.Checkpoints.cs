using AstRegistry.History;
using AstRegistry.Sqlite;

namespace AstRegistry;

/// <summary>Checkpoints.</summary>
public sealed partial class SqliteHistory
{
    // How many bytes of a checkpoint one transaction writes, so that those who append meanwhile wait for milliseconds only.
    private const int SliceBytes = 4 << 20;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<long>> ListCheckpointsAsync(string registry, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        return await _worker.ReadAsync(connection => CheckpointRows.List(connection, registry), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<HistoryCheckpoint?> ReadCheckpointAsync(string registry, long revision, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        return await _worker.ReadAsync(connection => CheckpointRows.Read(connection, registry, revision), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask WriteCheckpointAsync(string registry, HistoryCheckpoint checkpoint, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        ArgumentNullException.ThrowIfNull(checkpoint);
        await _maintenance.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await WriteSlicesAsync(registry, checkpoint, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _maintenance.Release();
        }
    }

    /// <summary>The last slice makes the checkpoint count. Cancelling stops between slices, and leaves the checkpoint as it was.</summary>
    private async ValueTask WriteSlicesAsync(string registry, HistoryCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        var chunks = (checkpoint.Data.Length + _options.ChunkSize - 1) / _options.ChunkSize;
        var perSlice = Math.Max(1, SliceBytes / _options.ChunkSize);
        var attempt = 0L;
        var from = 0;
        do
        {
            var (first, to) = (from, Math.Min(chunks, from + perSlice));
            attempt = await _worker.WriteAsync(transaction => WriteSlice(transaction, registry, checkpoint, attempt, first, to, isLast: to == chunks), cancellationToken).ConfigureAwait(false);
            from = to;
        }
        while (from < chunks);
    }

    private long WriteSlice(SqliteTransaction transaction, string registry, HistoryCheckpoint checkpoint, long attempt, int from, int to, bool isLast)
    {
        var connection = transaction.Connection;
        HistoryRules.CheckCheckpoint(registry, transaction.HeadOf(registry), checkpoint);
        if (from == 0) attempt = CheckpointRows.NextAttempt(connection, registry, checkpoint.Revision);
        CheckpointRows.InsertChunks(connection, registry, checkpoint, attempt, _options.ChunkSize, from, to);
        if (isLast) CheckpointRows.Complete(connection, registry, checkpoint, attempt);
        return attempt;
    }
}
