namespace AstRegistry.Sqlite;

/// <summary>Commits changes that waited together in one transaction.</summary>
internal static class GroupCommit
{
    /// <summary>
    /// Commits the changes and tells their callers. False if they cannot be committed together; then nothing was changed, and some may have been told
    /// that theirs failed. One alone is always told.
    /// </summary>
    public static bool TryCommit(SqliteStore store, IReadOnlyList<SqliteWrite> group)
    {
        var transaction = new SqliteTransaction(store);
        try
        {
            transaction.Begin();
            foreach (var write in group) Run(write, transaction, store);
            transaction.Commit();
        }
        catch (Exception error)
        {
            Rollback(store);
            if (group.Count > 1) return false;
            foreach (var write in group) write.Fail(store.Translate(error));
            return true;
        }

        Acknowledge(store, transaction, group);
        return true;
    }

    /// <summary>A change that is refused before it wrote anything is refused alone; after that, the whole transaction is spoiled.</summary>
    private static void Run(SqliteWrite write, SqliteTransaction transaction, SqliteStore store)
    {
        var changes = store.Connection.TotalChanges;
        try
        {
            write.Run(transaction);
        }
        catch (Exception error) when (store.Connection.IsInTransaction && store.Connection.TotalChanges == changes)
        {
            write.Fail(store.Translate(error));
        }
    }

    private static void Acknowledge(SqliteStore store, SqliteTransaction transaction, IReadOnlyList<SqliteWrite> group)
    {
        try
        {
            transaction.Publish();
        }
        catch (Exception error)
        {
            // Durable, but not covered by the anchor: the caller asks again, finds it there, and the anchor is written then.
            foreach (var write in group) write.Fail(store.Translate(error));
            return;
        }

        foreach (var write in group) write.Acknowledge();
    }

    private static void Rollback(SqliteStore store)
    {
        try
        {
            store.Connection.Rollback();
        }
        catch (EngineException)
        {
            // The next transaction begins with another attempt.
        }
    }
}
