namespace AstRegistry.PostgreSql;

/// <summary>Counts the attempts at one piece of work and makes the pauses between them.</summary>
internal sealed class Pacer(PostgreSqlRetry policy, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private int _made = 1;

    /// <summary>Whether there may be another attempt.</summary>
    public bool MayGoOn => _made < policy.MaxAttempts && time.GetElapsedTime(_started) < policy.Patience;

    /// <summary>Pauses, then counts one more attempt.</summary>
    public async Task PauseAsync(CancellationToken cancellationToken)
    {
        var doubled = policy.FirstDelay.TotalMilliseconds * Math.Pow(2, Math.Min(_made - 1, 40));
        var longest = Math.Min(doubled, policy.MaxDelay.TotalMilliseconds);
        _made++;
        await Task.Delay(TimeSpan.FromMilliseconds(longest * (1 - (Random.Shared.NextDouble() / 2))), time, cancellationToken).ConfigureAwait(false);
    }
}
