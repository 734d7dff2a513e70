namespace AstRegistry.Storage.Crash.Protocol;

/// <summary>Says that a place is reached where the child is to be killed, and waits there.</summary>
internal sealed class CrashPoints(Wire wire, CrashPoint stop, int skip)
{
    private int _left = skip;

    /// <summary>Whether the child goes on at a place while it is killed.</summary>
    public static bool IsPassing(CrashPoint point) => point.ToString().StartsWith("In", StringComparison.Ordinal);

    public async ValueTask ReachAsync(CrashPoint point)
    {
        if (point != stop || Interlocked.Decrement(ref _left) >= 0) return;
        wire.Say(Verb.Point, point);
        if (!IsPassing(point)) await Task.Delay(Timeout.InfiniteTimeSpan);
    }
}
