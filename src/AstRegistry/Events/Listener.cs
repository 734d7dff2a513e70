namespace AstRegistry.Events;

/// <summary>A subscriber as the bus sees it.</summary>
/// <param name="Owner">The subscription or the stream.</param>
/// <param name="Pattern">What it wants to hear of.</param>
/// <param name="Mailbox">Where its events wait.</param>
internal sealed record Listener(object Owner, TopicPattern Pattern, Mailbox Mailbox);
