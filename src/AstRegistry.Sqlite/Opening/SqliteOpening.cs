using static SQLitePCL.raw;

namespace AstRegistry.Sqlite;

/// <summary>Opens a database: takes it for this process alone, looks whether it is one of ours and whole, and compares it with its anchor.</summary>
internal static class SqliteOpening
{
    public static SqliteStore Open(SqliteHistoryOptions options)
    {
        var path = options.Path;
        try
        {
            CheckPlace(path);
            var anchor = AnchorContents.Read(SqliteAnchor.PathFor(path));
            if (!HasContent(path)) Accept(options, AnchorComparison.FaultOf(path, anchor, new Dictionary<string, HistoryHead>(), null));
            var store = Open(options, anchor);
            store.Reserve.Take();
            return store;
        }
        catch (EngineException error) when (error.PrimaryCode == SQLITE_NOTADB && !File.Exists(SqliteAnchor.PathFor(path)))
        {
            throw new HistoryException(HistoryFault.Foreign, $"The file '{path}' is no SQLite database, and was none of ours. Name another file.", error);
        }
        catch (EngineException error)
        {
            throw EngineFaults.Translate(error, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HistoryException(HistoryFault.Unavailable, $"The history '{path}' cannot be opened: {error.Message}", error);
        }
    }

    private static SqliteStore Open(SqliteHistoryOptions options, AnchorContents anchor)
    {
        var hasLog = HasContent(options.Path + "-wal");
        var connection = EngineConnection.Open(options.Path);
        try
        {
            // What is refused keeps its log, which may hold what the database lacks. Where there was none, none is left behind.
            connection.TidyOnClose(!hasLog);
            if (connection.IsReadOnly) throw EngineFaults.ReadOnly(options.Path);
            TakeAlone(connection);
            var isNew = SqliteSchema.IsEmpty(connection);
            if (!isNew) SqliteSchema.CheckOwner(connection, options.Path);
            return isNew ? Create(options, connection, anchor) : Resume(options, connection, anchor);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The anchor comes first, so that no version is ever durable without one.</summary>
    private static SqliteStore Create(SqliteHistoryOptions options, EngineConnection connection, AnchorContents found)
    {
        var none = new Dictionary<string, HistoryHead>();
        Accept(options, AnchorComparison.FaultOf(options.Path, found, none, null));
        var anchor = SqliteAnchor.Create(SqliteAnchor.PathFor(options.Path), none);
        try
        {
            SqliteSchema.Create(connection);
            SqlitePragmas.Set(connection, options.Synchronous);
            connection.TidyOnClose(true);
            return new(options.Path, connection, anchor, new(none));
        }
        catch
        {
            anchor.Dispose();
            throw;
        }
    }

    private static SqliteStore Resume(SqliteHistoryOptions options, EngineConnection connection, AnchorContents found)
    {
        SqliteSchema.Check(connection, options.Path);
        SqlitePragmas.Set(connection, options.Synchronous);
        var heads = HeadRows.Read(connection);
        HeadCheck.Run(connection, heads);
        var fault = AnchorComparison.FaultOf(options.Path, found, heads, connection);
        Accept(options, fault);
        var path = SqliteAnchor.PathFor(options.Path);
        var anchor = found.Exists && fault is null ? SqliteAnchor.Open(path, found) : SqliteAnchor.Create(path, heads);
        connection.TidyOnClose(true);
        return new(options.Path, connection, anchor, new(heads));
    }

    private static void Accept(SqliteHistoryOptions options, HistoryException? fault)
    {
        if (fault is not null && !options.AllowShortfall) throw fault;
    }

    /// <summary>Holds the file from the first read on. Set before the log is touched, so that its index is kept in memory and shared with nobody.</summary>
    private static void TakeAlone(EngineConnection connection)
    {
        connection.Execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA mmap_size = 0; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
        _ = connection.Number("SELECT count(*) FROM sqlite_schema");
    }

    private static void CheckPlace(string path)
    {
        if (Directory.Exists(path)) throw new HistoryException(HistoryFault.Unavailable, $"The history '{path}' is a folder. Name a file in it.");
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            throw new HistoryException(HistoryFault.Unavailable, $"The history '{path}' cannot be opened: there is no folder '{folder}'. Make it first.");
        }
    }

    // An empty file is no database to SQLite either: it would throw away the log that belonged to it.
    private static bool HasContent(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };
}
