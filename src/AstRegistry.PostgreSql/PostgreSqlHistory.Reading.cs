using AstRegistry.PostgreSql;

namespace AstRegistry;

public sealed partial class PostgreSqlHistory
{
    /// <inheritdoc/>
    public ValueTask<HistoryHead> GetHeadAsync(string registry, CancellationToken cancellationToken = default)
    {
        Check(registry);
        return new HistoryReading(_database, registry).HeadAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<HistoryVersion> ReadAsync(string registry, long after, long through, CancellationToken cancellationToken = default)
    {
        Check(registry);
        return new HistoryReading(_database, registry).RangeAsync(after, through, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<HistoryVersion> ReadAsync(string registry, long revision, CancellationToken cancellationToken = default)
    {
        Check(registry);
        return new HistoryReading(_database, registry).OneAsync(revision, cancellationToken);
    }
}
