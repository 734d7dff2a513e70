namespace AstRegistry.Sqlite;

/// <summary>How the database is used while it is open.</summary>
internal static class SqlitePragmas
{
    public static void Set(EngineConnection connection, SqliteSynchronous synchronous)
    {
        connection.Execute("PRAGMA journal_mode = WAL");
        connection.Execute(synchronous == SqliteSynchronous.Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");

        // Where a plain wait for the disk only reaches its cache, as on macOS, ask for more. Nothing elsewhere.
        connection.Execute("PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON");
    }
}
