namespace AstRegistry;

/// <summary>How a registry treats a handler.</summary>
public sealed record HandlerOptions
{
    internal static readonly HandlerOptions Default = new();

    /// <summary>The time that each call of the handler has; null for that of the registry. <see cref="Timeout.InfiniteTimeSpan"/> for any.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>
    /// Whether the history notes under the handler's name what it has seen, so that it is told of every version at least once: what it has not
    /// acknowledged by returning from <see cref="IRegistryHandler.CommitAsync"/> comes again, also after the process has ended, in order.
    /// </summary>
    public bool IsDurable { get; init; }

    /// <summary>Whether a durable handler whose name the history does not know is told of all versions that there are, instead of those to come.</summary>
    public bool FromBeginning { get; init; }

    internal HandlerOptions Checked()
    {
        if (Deadline is { } deadline && !IsDeadline(deadline)) throw new ArgumentException($"The deadline of a handler is {deadline}; it must be above zero.", nameof(Deadline));
        if (FromBeginning && !IsDurable) throw new ArgumentException($"Only a durable handler can be told of earlier versions: set {nameof(IsDurable)}, too.", nameof(FromBeginning));
        return this;
    }

    internal static bool IsDeadline(TimeSpan deadline) => deadline == Timeout.InfiniteTimeSpan || (deadline > TimeSpan.Zero && deadline.TotalMilliseconds <= uint.MaxValue - 1);
}
