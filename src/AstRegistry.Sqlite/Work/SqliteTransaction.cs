namespace AstRegistry.Sqlite;

/// <summary>A transaction that several changes may share: each sees the heads that those before it left.</summary>
internal sealed class SqliteTransaction(SqliteStore store)
{
    private readonly Dictionary<string, HistoryHead> _changed = new(StringComparer.Ordinal);

    public EngineConnection Connection => store.Connection;

    public HistoryHead HeadOf(string registry) => _changed.TryGetValue(registry, out var head) ? head : store.Heads.HeadOf(registry);

    /// <summary>Gives a registry another head, of the next epoch, and returns it.</summary>
    public HistoryHead Change(string registry, in HistoryHead head) => _changed[registry] = head with { Epoch = head.Epoch + 1 };

    public void Begin()
    {
        Connection.Rollback();
        Connection.Execute("BEGIN IMMEDIATE");
    }

    /// <summary>
    /// Makes all of it durable. Room in the anchor is made before, so that nothing but a write into a file that has its size follows.
    /// </summary>
    public void Commit()
    {
        foreach (var (registry, head) in _changed)
        {
            store.Anchor.Reserve(registry);
            HeadRows.Write(Connection, registry, head);
        }

        Connection.Execute("COMMIT");
        store.Transactions++;
    }

    /// <summary>
    /// Lets others see the heads, now that they are durable. The anchor comes first, so that whatever anyone was told is covered by it.
    /// </summary>
    /// <exception cref="IOException">The anchor could not be written; the next transaction tries again.</exception>
    public void Publish()
    {
        foreach (var (registry, head) in _changed) store.Anchor.Note(registry, head);
        try
        {
            store.Anchor.Write();
        }
        finally
        {
            foreach (var (registry, head) in _changed) store.Heads.Publish(registry, head);
        }
    }
}
