namespace AstRegistry.Runtime.Tests.Finding;

/// <summary>A clock that moves a step each time someone looks at it; by default it stands still, so that no load of the machine ends a query.</summary>
internal sealed class StoppedClock(TimeSpan step = default) : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Add(ref _now, step.Ticks);
}
