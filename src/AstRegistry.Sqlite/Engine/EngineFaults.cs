using static SQLitePCL.raw;

namespace AstRegistry.Sqlite;

/// <summary>What the errors of SQLite mean to those who use a history.</summary>
internal static class EngineFaults
{
    /// <summary>The exception that callers see.</summary>
    public static HistoryException Translate(EngineException error, string path) => error.PrimaryCode switch
    {
        SQLITE_BUSY or SQLITE_LOCKED => InUse(path, error),
        SQLITE_READONLY => ReadOnly(path, error),
        SQLITE_FULL => new(HistoryFault.Full, $"There is no room left for the history '{path}'. Nothing was changed, and what is there can be read. Make room on its volume, or compact; no restart is needed.", error),
        SQLITE_CORRUPT or SQLITE_NOTADB or SQLITE_FORMAT or SQLITE_ERROR or SQLITE_MISMATCH or SQLITE_CONSTRAINT or SQLITE_TOOBIG => Corrupt(path, error.Message, error),
        _ => new(HistoryFault.Unavailable, $"The history '{path}' cannot be reached now: {error.Message}. Nothing was acknowledged; try again once the file can be used.", error),
    };

    public static HistoryException InUse(string path, Exception? cause = null) =>
        new(HistoryFault.InUse, $"The history '{path}' is open elsewhere, in another process or a second time in this one, and only one may have it. Share the one that is open, close it, or use a history that several processes may share, such as PostgreSQL.", cause);

    public static HistoryException ReadOnly(string path, Exception? cause = null) =>
        new(HistoryFault.ReadOnly, $"The history '{path}' cannot be written. Give this process the right to write the file and its folder, or move it to a volume that can be written.", cause);

    public static HistoryException Corrupt(string path, string what, Exception? cause = null) =>
        new(HistoryFault.Corrupt, $"The history '{path}' is damaged: {what}. Restore the database and its anchor from a copy.", cause);
}
