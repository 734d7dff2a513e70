namespace AstRegistry.Transactions;

/// <summary>Tells whether code runs within a handler that a registry waits for. Work that a handler leaves behind is free once the wait is over.</summary>
internal sealed class HandlerScope(object registry)
{
    private static readonly AsyncLocal<HandlerScope?> Current = new();

    private volatile bool _isOver;

    public static bool IsWithin(object registry) => Current.Value is { _isOver: false } scope && ReferenceEquals(scope.Registry, registry);

    private object Registry => registry;

    /// <summary>From here on the calling method, and what it calls, are within.</summary>
    public void Enter() => Current.Value = this;

    public void End() => _isOver = true;
}
