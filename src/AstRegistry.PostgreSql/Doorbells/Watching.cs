namespace AstRegistry.PostgreSql;

/// <summary>Waits for heads of one registry: looks at the head, and looks again when the doorbell rings or the polling interval is over.</summary>
internal sealed class Watching(Database database, string registry, Doorbell doorbell, TimeSpan pollingInterval)
{
    private readonly HistoryReading _reading = new(database, registry);

    /// <summary>The next head with a later epoch than the given one.</summary>
    /// <exception cref="HistoryException">The database fails in a way that does not pass, or its head went back.</exception>
    public async Task<HistoryHead> NextAsync(HistoryHead seen, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Taken before the look, so that no ring between look and wait is lost.
            var ring = doorbell.Next;
            if (await TryReadAsync(cancellationToken).ConfigureAwait(false) is { } head)
            {
                if (head.Epoch > seen.Epoch) return head;
                if (head.Epoch < seen.Epoch) throw WentBack(head, seen);
            }

            await PauseAsync(ring, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<HistoryHead?> TryReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await database.RunOnceAsync(_reading.HeadOnceAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (Failures.IsOfStorage(failure))
        {
            if (Failures.IsAway(failure) || Failures.IsCollision(failure)) return null;
            throw database.Translate(failure, $"watch '{registry}'");
        }
    }

    private async Task PauseAsync(Task ring, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(ring, Task.Delay(pollingInterval, database.Time, done.Token)).ConfigureAwait(false);
        await done.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private HistoryException WentBack(HistoryHead head, HistoryHead seen) => new(
        HistoryFault.Shortfall,
        FormattableString.Invariant($"{database.Place} has the head of '{registry}' at revision {head.Revision}, epoch {head.Epoch}, though epoch {seen.Epoch} was acknowledged. The server was restored from a backup, or took over without the last commits. Open the registry anew."));
}
