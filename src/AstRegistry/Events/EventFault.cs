namespace AstRegistry;

/// <summary>A subscriber of an <see cref="EventBus"/> threw. It gets the next event all the same.</summary>
/// <param name="Pattern">What it has subscribed to.</param>
/// <param name="Event">What it was given.</param>
/// <param name="Exception">What it threw.</param>
public sealed record EventFault(TopicPattern Pattern, RegistryEvent Event, Exception Exception);
