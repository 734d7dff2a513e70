namespace AstRegistry;

/// <summary>How an <see cref="EventBus"/> works.</summary>
public sealed record EventBusOptions
{
    /// <summary>The clock that events carry the time of.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Hears of subscribers that threw. May be called by several threads; what it throws itself is ignored.</summary>
    public Action<EventFault>? OnFault { get; init; }
}
