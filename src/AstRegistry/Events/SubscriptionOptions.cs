namespace AstRegistry;

/// <summary>How a subscriber's events wait for it.</summary>
public sealed record SubscriptionOptions
{
    /// <summary>Room for 1,024 events, of which the oldest is given up when another comes.</summary>
    public static SubscriptionOptions Default { get; } = new();

    /// <summary>How many events may wait; 1,024 unless set.</summary>
    public int Capacity { get; init; } = 1024;

    /// <summary>What happens when more come; <see cref="EventOverflow.DropOldest"/> unless set.</summary>
    public EventOverflow Overflow { get; init; }

    internal SubscriptionOptions Checked()
    {
        if (Capacity < 1) throw new ArgumentException(FormattableString.Invariant($"The queue of a subscriber needs room for at least one event; {nameof(Capacity)} is {Capacity}."), nameof(Capacity));
        return this;
    }
}
