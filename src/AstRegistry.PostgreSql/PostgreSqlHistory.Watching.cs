using System.Runtime.CompilerServices;
using AstRegistry.PostgreSql;

namespace AstRegistry;

public sealed partial class PostgreSqlHistory
{
    /// <inheritdoc/>
    /// <remarks>
    /// While the server is away, the watch goes on looking. Other failures, such as a password that is no longer right, end it with a
    /// <see cref="HistoryException"/>; so does a head that went back, as after a fail-over to a server that lacks what was acknowledged last.
    /// Disposing the history ends it too.
    /// </remarks>
    public IAsyncEnumerable<HistoryHead> WatchAsync(string registry, HistoryHead after, CancellationToken cancellationToken = default)
    {
        Check(registry);
        return WatchCoreAsync(registry, after, cancellationToken);
    }

    private async IAsyncEnumerable<HistoryHead> WatchCoreAsync(string registry, HistoryHead after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        using var doorbell = _doorbells.Subscribe(registry);
        var watching = new Watching(_database, registry, doorbell, _pollingInterval);
        while (await NextAsync(watching, after, cancellationToken, either.Token).ConfigureAwait(false) is { } head)
        {
            after = head;
            yield return head;
        }
    }

    /// <summary>The next head; null when the history closes.</summary>
    private async Task<HistoryHead?> NextAsync(Watching watching, HistoryHead after, CancellationToken callers, CancellationToken either)
    {
        try
        {
            return await watching.NextAsync(after, either).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested && !callers.IsCancellationRequested)
        {
            return null;
        }
    }
}
