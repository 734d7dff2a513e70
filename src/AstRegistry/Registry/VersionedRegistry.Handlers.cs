using AstRegistry.Transactions;

namespace AstRegistry;

public sealed partial class VersionedRegistry
{
    /// <summary>Lets a handler take part in transactions, from the next one on.</summary>
    /// <param name="name">Its name, different from those of the others: in outcomes and events, and, for a durable one, in the history.</param>
    /// <param name="kinds">Which kinds of entries concern it, as <see cref="TopicPattern"/> writes them. Silent kinds concern nobody.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="options">Its deadline, and whether it is durable.</param>
    /// <returns>Takes the handler out again when it is disposed.</returns>
    /// <exception cref="TopicPatternException">The pattern is malformed.</exception>
    /// <exception cref="ArgumentException">There is a handler of that name, or an option is wrong.</exception>
    /// <exception cref="ObjectDisposedException">The registry was disposed.</exception>
    public HandlerRegistration Handle(string name, string kinds, IRegistryHandler handler, HandlerOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(handler);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) == 1, this);
        var given = (options ?? HandlerOptions.Default).Checked();
        var participant = new Participant(name, TopicPattern.Parse(kinds), handler, given, given.Deadline ?? _context.Options.HandlerDeadline);
        _context.Handlers.Add(participant);

        // What a durable handler has missed it is told at once, and in any case before the next transaction.
        if (given.IsDurable) _ = _writer.AddAsync(_deliveries.JoinAsync);
        return new(participant, _context.Handlers.Remove);
    }

    /// <summary>Lets a function take part in transactions: it is asked about each operation.</summary>
    /// <inheritdoc cref="Handle(string, string, IRegistryHandler, HandlerOptions?)"/>
    public HandlerRegistration Handle(string name, string kinds, Func<OperationContext, CancellationToken, ValueTask> handler, HandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Handle(name, kinds, new DelegateHandler(handler), options);
    }
}
