namespace AstRegistry.Events;

/// <summary>Tells whether code runs within a handler of a bus. Work that a handler leaves behind is not within it any more once it has returned.</summary>
internal sealed class Delivery
{
    private static readonly AsyncLocal<Delivery?> Current = new();

    private readonly EventSubscription _subscription;
    private readonly EventBus _bus;
    private volatile bool _isOver;

    private Delivery(EventSubscription subscription, EventBus bus)
    {
        _subscription = subscription;
        _bus = bus;
    }

    public static Delivery Begin(EventSubscription subscription, EventBus bus)
    {
        var delivery = new Delivery(subscription, bus);
        Current.Value = delivery;
        return delivery;
    }

    public static bool IsWithin(EventSubscription subscription) => Current.Value is { _isOver: false } delivery && ReferenceEquals(delivery._subscription, subscription);

    public static bool IsWithin(EventBus bus) => Current.Value is { _isOver: false } delivery && ReferenceEquals(delivery._bus, bus);

    public void End() => _isOver = true;
}
