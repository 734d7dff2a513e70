using System.Diagnostics;
using AstRegistry.Events;

namespace AstRegistry;

/// <summary>
/// The events of an <see cref="EventBus"/> as a sequence, from the moment it was made until it is disposed or the bus has stopped and the last
/// event was read. For one reader at a time.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class EventStream : IAsyncEnumerable<RegistryEvent>, IDisposable
{
    private readonly EventBus _bus;
    private int _isRead;

    internal EventStream(EventBus bus, TopicPattern pattern, SubscriptionOptions options)
    {
        _bus = bus;
        Mailbox = new(options);
        Pattern = pattern;
    }

    /// <summary>What it has subscribed to.</summary>
    public TopicPattern Pattern { get; }

    /// <summary>How many events were given up because the queue was full.</summary>
    public long Dropped => Mailbox.Dropped;

    /// <summary>How many events wait to be read.</summary>
    public int Pending => Mailbox.Count;

    internal Mailbox Mailbox { get; }

    /// <summary>Reads the events. Leaving the loop keeps the subscription; a later loop goes on where this one ended.</summary>
    /// <exception cref="InvalidOperationException">Another loop is reading.</exception>
    public async IAsyncEnumerator<RegistryEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isRead, 1) == 1) throw new InvalidOperationException("The events are being read by another loop; make a stream for each reader.");
        try
        {
            while (await Mailbox.ReadAsync(cancellationToken).ConfigureAwait(false) is { } next) yield return next;
        }
        finally
        {
            Volatile.Write(ref _isRead, 0);
        }
    }

    /// <summary>Unsubscribes; a loop that waits for an event ends.</summary>
    public void Dispose()
    {
        _bus.Remove(this);
        Mailbox.Close(isEmptied: true);
    }

    /// <summary>Pattern and counts.</summary>
    public override string ToString() => FormattableString.Invariant($"{Pattern}: {Dropped} dropped, {Pending} pending");
}
