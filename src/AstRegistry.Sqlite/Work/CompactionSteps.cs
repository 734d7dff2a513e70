namespace AstRegistry.Sqlite;

/// <summary>Compaction where there is hardly any room.</summary>
internal static class CompactionSteps
{
    /// <summary>Halves the step until it fits, and gives back what each one freed before the next.</summary>
    /// <param name="done">The last revision that is gone already.</param>
    /// <param name="through">The last revision to take away.</param>
    /// <param name="compact">Compacts through a revision.</param>
    /// <param name="shrink">Gives back what is free.</param>
    /// <exception cref="HistoryException">There is not even room to take one version away.</exception>
    public static async ValueTask RunAsync(long done, long through, Func<long, ValueTask> compact, Func<ValueTask> shrink)
    {
        var step = through - done;
        while (done < through)
        {
            var next = Math.Min(through, done + step);
            try
            {
                await compact(next).ConfigureAwait(false);
                done = next;
                await shrink().ConfigureAwait(false);
            }
            catch (HistoryException error) when (error.Fault == HistoryFault.Full && step > 1)
            {
                step /= 2;
            }
        }
    }
}
