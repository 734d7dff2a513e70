using AstRegistry.History;
using AstRegistry.Sqlite;

namespace AstRegistry;

/// <summary>Compaction, and giving the room back to the disk.</summary>
public sealed partial class SqliteHistory
{
    /// <inheritdoc/>
    /// <remarks>On a full disk it goes on in smaller steps, in the room that was reserved for it. Should even that end early, the head says how far it came.</remarks>
    public async ValueTask CompactAsync(string registry, long through, IReadOnlyCollection<long> keep, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        ArgumentNullException.ThrowIfNull(keep);
        long[] kept = [.. keep];
        await _maintenance.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await CompactAsync(registry, through, kept, cancellationToken).ConfigureAwait(false);
            await ShrinkAsync().ConfigureAwait(false);
        }
        finally
        {
            _maintenance.Release();
        }
    }

    private async ValueTask CompactAsync(string registry, long through, long[] keep, CancellationToken cancellationToken)
    {
        async ValueTask Compact(long revision) =>
            await _worker.WriteAsync(transaction => SqliteHistory.Compact(transaction, registry, revision, keep), cancellationToken).ConfigureAwait(false);

        try
        {
            await Compact(through).ConfigureAwait(false);
        }
        catch (HistoryException error) when (error.Fault == HistoryFault.Full)
        {
            _worker.Store.Reserve.Give();
            await CompactionSteps.RunAsync(_heads.HeadOf(registry).CompactedRevision, through, Compact, ShrinkAsync).ConfigureAwait(false);
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

    /// <summary>Gives free pages back in small steps, between which others have their turn. They are free for this history whether or not this ends well.</summary>
    private async ValueTask ShrinkAsync()
    {
        try
        {
            while (await _worker.ReadAsync(Vacuum.Step, CancellationToken.None).ConfigureAwait(false))
            {
            }

            _worker.Store.Reserve.Take();
        }
        catch (Exception error) when (error is HistoryException or ObjectDisposedException)
        {
            // What was compacted is; the next compaction goes on with giving back.
        }
    }
}
