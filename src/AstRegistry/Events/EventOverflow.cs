namespace AstRegistry;

/// <summary>What happens when an event comes for a subscriber whose queue is full.</summary>
public enum EventOverflow
{
    /// <summary>The oldest event in the queue is given up and counted. The default: a slow subscriber harms nobody but itself.</summary>
    DropOldest,

    /// <summary>
    /// The publisher waits for room, so that nothing is lost. One that publishes from within a subscriber of the same bus does not wait, because
    /// it might wait for itself: there the queue grows beyond its bound.
    /// </summary>
    Wait,
}
