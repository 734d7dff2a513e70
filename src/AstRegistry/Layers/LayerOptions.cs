namespace AstRegistry;

/// <summary>How a root treats the batches above it.</summary>
public sealed record LayerOptions
{
    /// <summary>The longest idle timeout: 40 days.</summary>
    public static readonly TimeSpan MaxIdleTimeout = TimeSpan.FromDays(40);

    /// <summary>
    /// A batch that nobody reads or writes for this long is discarded, unless a batch above it is open; null, the default, to keep all. With a
    /// timeout each use of a batch looks at the clock; without one it costs nothing.
    /// </summary>
    public TimeSpan? IdleTimeout { get; init; }

    /// <summary>The clock for <see cref="IdleTimeout"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Check()
    {
        if (TimeProvider is null) throw new ArgumentException($"{nameof(TimeProvider)} is null.", "options");
        if (IdleTimeout is { } timeout && (timeout <= TimeSpan.Zero || timeout > MaxIdleTimeout))
        {
            throw new ArgumentOutOfRangeException("options", timeout, $"{nameof(IdleTimeout)} must be above zero and at most {MaxIdleTimeout.TotalDays} days.");
        }
    }
}
