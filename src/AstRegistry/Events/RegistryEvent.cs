using System.Diagnostics;

namespace AstRegistry;

/// <summary>What an <see cref="EventBus"/> delivers.</summary>
/// <param name="Topic">What it is about: segments joined by dots.</param>
/// <param name="Sequence">Its place among all events of the bus, from 1; every subscriber sees them in this order.</param>
/// <param name="At">When it was published, by the clock of the bus; orders nothing.</param>
/// <param name="Payload">What was published.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record RegistryEvent(string Topic, long Sequence, DateTimeOffset At, object? Payload)
{
    /// <summary>Sequence and topic.</summary>
    public override string ToString() => FormattableString.Invariant($"#{Sequence} {Topic}");
}
