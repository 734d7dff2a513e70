namespace AstRegistry;

/// <summary>Where and how a <see cref="SqliteHistory"/> keeps versions.</summary>
/// <param name="Path">The database file. Beside it stand its log (<c>-wal</c>) while it is open, and its anchor (<c>.anchor</c>).</param>
public sealed record SqliteHistoryOptions(string Path)
{
    /// <summary>The most bytes of one chunk, and what is used unless a smaller one is chosen: 256 KiB.</summary>
    public const int MaxChunkSize = 256 * 1024;

    /// <summary>The least bytes of one chunk: 1 KiB.</summary>
    public const int MinChunkSize = 1024;

    /// <summary>When it waits for the disk; before each acknowledgement unless said otherwise.</summary>
    public SqliteSynchronous Synchronous { get; init; } = SqliteSynchronous.Full;

    /// <summary>How many bytes of a change set or checkpoint go into one row. May be another at each opening.</summary>
    public int ChunkSize { get; init; } = MaxChunkSize;

    /// <summary>
    /// Whether to accept that acknowledged versions are missing, or that the anchor that would tell is missing or damaged. The anchor is then written
    /// anew from what the database holds. For one opening, by someone who knows why.
    /// </summary>
    public bool AllowShortfall { get; init; }
}
