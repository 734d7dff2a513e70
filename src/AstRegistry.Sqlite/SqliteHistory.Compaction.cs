using AstRegistry.History;
using AstRegistry.Sqlite;

namespace AstRegistry;

/// <summary>Compaction, and giving the room back to the disk.</summary>
public sealed partial class SqliteHistory
{
    /// <inheritdoc/>
    public async ValueTask CompactAsync(string registry, long through, IReadOnlyCollection<long> keep, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        ArgumentNullException.ThrowIfNull(keep);
        long[] kept = [.. keep];
        await _maintenance.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _worker.WriteAsync(transaction => Compact(transaction, registry, through, kept), cancellationToken).ConfigureAwait(false);
            await ShrinkAsync().ConfigureAwait(false);
        }
        finally
        {
            _maintenance.Release();
        }
    }

    private static bool Compact(SqliteTransaction transaction, string registry, long through, long[] keep)
    {
        var head = transaction.HeadOf(registry);
        HistoryRules.CheckCompaction(head, through);
        if (through <= head.CompactedRevision) return false;
        VersionRows.Delete(transaction.Connection, registry, through);
        CheckpointRows.DeleteBefore(transaction.Connection, registry, through, keep);
        transaction.Change(registry, head with { CompactedRevision = through });
        return true;
    }

    /// <summary>Gives free pages back in small steps, between which others have their turn. The room is free for this history whether or not this ends well.</summary>
    private async ValueTask ShrinkAsync()
    {
        try
        {
            while (await _worker.ReadAsync(Vacuum.Step, CancellationToken.None).ConfigureAwait(false))
            {
            }
        }
        catch (HistoryException)
        {
        }
        catch (ObjectDisposedException)
        {
        }
    }
}
