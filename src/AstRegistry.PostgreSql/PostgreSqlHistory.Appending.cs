using AstRegistry.History;
using AstRegistry.PostgreSql;

namespace AstRegistry;

public sealed partial class PostgreSqlHistory
{
    /// <inheritdoc/>
    /// <remarks>
    /// The change sets of one call go as one message, which PostgreSQL limits: together they may have at most 900 MiB. A commit id that another version
    /// has already is refused with an <see cref="ArgumentException"/>.
    /// </remarks>
    public ValueTask<AppendOutcome> AppendAsync(string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions, CancellationToken cancellationToken = default)
    {
        Check(registry);
        var appending = new AppendRequest(registry, expected, versions);
        return RingAfterAsync(registry, new Appending(_database, appending).RunAsync(cancellationToken));
    }

    /// <inheritdoc/>
    /// <exception cref="HistoryException">There is no such version, or the database fails.</exception>
    public async ValueTask<AppendOutcome> MoveAsync(string registry, HistoryHead expected, long current, CancellationToken cancellationToken = default)
    {
        Check(registry);
        try
        {
            HistoryRules.CheckMove(registry, expected, current);
        }
        catch (HistoryException)
        {
            // The expectation may be out of date, and only then does the head not say the same.
            var head = await GetHeadAsync(registry, cancellationToken).ConfigureAwait(false);
            if (head != expected) return new(false, head);
            throw;
        }

        return await RingAfterAsync(registry, new Moving(_database, registry, expected, current).RunAsync(cancellationToken)).ConfigureAwait(false);
    }

    private async ValueTask<AppendOutcome> RingAfterAsync(string registry, ValueTask<AppendOutcome> change)
    {
        var outcome = await change.ConfigureAwait(false);
        if (outcome.IsAppended) _doorbells.Announce(registry);
        return outcome;
    }
}
