namespace AstRegistry.Sqlite;

/// <summary>An open database with its anchor and heads. All but the heads belongs to one thread.</summary>
internal sealed class SqliteStore(string path, EngineConnection connection, SqliteAnchor anchor, HeadBook heads) : IDisposable
{
    public string Path { get; } = path;

    public EngineConnection Connection { get; } = connection;

    public SqliteAnchor Anchor { get; } = anchor;

    public HeadBook Heads { get; } = heads;

    public SqliteReserve Reserve { get; } = new(path);

    /// <summary>How many transactions were durable so far.</summary>
    public long Transactions { get; set; }

    /// <summary>The exception that callers see.</summary>
    public Exception Translate(Exception error) => error switch
    {
        EngineException engine => EngineFaults.Translate(engine, Path),
        IOException or UnauthorizedAccessException => new HistoryException(HistoryFault.Unavailable, $"The anchor '{Anchor.Path}' cannot be written: {error.Message} Nothing was acknowledged; try again once the file can be used.", error),
        _ => error,
    };

    public void Dispose()
    {
        try
        {
            Anchor.Dispose();
        }
        finally
        {
            Connection.Dispose();
        }
    }
}
