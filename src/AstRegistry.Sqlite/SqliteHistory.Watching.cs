namespace AstRegistry;

/// <summary>Heads as they change. Only this process changes them.</summary>
public sealed partial class SqliteHistory
{
    /// <inheritdoc/>
    /// <remarks>Ends too when the history is closed.</remarks>
    public IAsyncEnumerable<HistoryHead> WatchAsync(string registry, HistoryHead after, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        return _heads.Watched(registry).WatchAsync(after, cancellationToken);
    }
}
