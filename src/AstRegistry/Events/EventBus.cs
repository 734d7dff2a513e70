using System.Diagnostics;
using AstRegistry.Events;

namespace AstRegistry;

/// <summary>Hands events on to those who have subscribed to their topics.</summary>
/// <remarks>
/// <para>Each subscriber has a bounded queue and hears of one event at a time, in the order of <see cref="RegistryEvent.Sequence"/>. One that is
/// slow, hangs or throws does not disturb the others. Events go to those who had subscribed when they were published.</para>
/// <para>Thread-safe. A handler may publish, subscribe, unsubscribe and stop the bus.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class EventBus : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly EventBusOptions _options;
    private Listener[] _listeners = [];
    private long _sequence;
    private bool _isStopped;

    /// <summary>Makes a bus.</summary>
    public EventBus(EventBusOptions? options = null) => _options = options ?? new();

    /// <summary>How many events were published so far, those included that nobody heard of.</summary>
    public long Published => Volatile.Read(ref _sequence);

    /// <summary>Whether somebody has subscribed to anything.</summary>
    internal bool HasListeners => Volatile.Read(ref _listeners).Length > 0;

    /// <summary>Calls a handler for each event whose topic matches.</summary>
    /// <param name="pattern">The topics, as <see cref="TopicPattern"/> writes them.</param>
    /// <param name="handler">The handler. What it throws is counted and reported, and the next event comes all the same.</param>
    /// <param name="options">Size of its queue, and what happens when that is full.</param>
    /// <exception cref="TopicPatternException">The pattern is malformed.</exception>
    /// <exception cref="ObjectDisposedException">The bus has stopped.</exception>
    public EventSubscription Subscribe(string pattern, Func<RegistryEvent, CancellationToken, ValueTask> handler, SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var subscription = new EventSubscription(this, TopicPattern.Parse(pattern), handler, (options ?? SubscriptionOptions.Default).Checked());
        Add(new(subscription, subscription.Pattern, subscription.Mailbox));
        subscription.Start();
        return subscription;
    }

    /// <inheritdoc cref="Subscribe(string, Func{RegistryEvent, CancellationToken, ValueTask}, SubscriptionOptions?)"/>
    public EventSubscription Subscribe(string pattern, Action<RegistryEvent> handler, SubscriptionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Subscribe(
            pattern,
            (next, _) =>
            {
                handler(next);
                return default;
            },
            options);
    }

    /// <summary>The events whose topic matches, as a sequence to be read by <c>await foreach</c>.</summary>
    /// <inheritdoc cref="Subscribe(string, Func{RegistryEvent, CancellationToken, ValueTask}, SubscriptionOptions?)"/>
    public EventStream Listen(string pattern, SubscriptionOptions? options = null)
    {
        var stream = new EventStream(this, TopicPattern.Parse(pattern), (options ?? SubscriptionOptions.Default).Checked());
        Add(new(stream, stream.Pattern, stream.Mailbox));
        return stream;
    }

    /// <summary>Takes no more events and waits until those that were published have been handled. Streams may be read to their end afterwards.</summary>
    /// <param name="cancellationToken">Ends the waiting; what has not been handled by then is given up.</param>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        var listeners = Stop();
        foreach (var listener in listeners) listener.Mailbox.Close(isEmptied: false);
        try
        {
            // A handler that stops its own bus does not wait for itself.
            var handling = listeners.Select(static listener => listener.Owner).OfType<EventSubscription>().Where(static subscription => !Delivery.IsWithin(subscription));
            await Task.WhenAll(handling.Select(static subscription => subscription.Completion)).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (cancellationToken.IsCancellationRequested)
            {
                foreach (var listener in listeners) (listener.Owner as EventSubscription)?.Dispose();
            }
        }
    }

    /// <summary>Stops, as <see cref="StopAsync"/> does.</summary>
    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    /// <summary>Subscribers and events.</summary>
    public override string ToString() => FormattableString.Invariant($"{Volatile.Read(ref _listeners).Length} subscribers, {Published} published{(_isStopped ? ", stopped" : "")}");

    internal void Remove(object owner)
    {
        lock (_gate)
        {
            // A stopped bus keeps its subscribers, so that each one who stops it waits for them.
            if (!_isStopped) Volatile.Write(ref _listeners, [.. _listeners.Where(listener => !ReferenceEquals(listener.Owner, owner))]);
        }
    }

    internal void Report(EventFault fault)
    {
        try
        {
            _options.OnFault?.Invoke(fault);
        }
        catch (Exception)
        {
            // Who is told of faults has nobody to be told of its own.
        }
    }

    private void Add(Listener listener)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isStopped, this);
            Volatile.Write(ref _listeners, [.. _listeners, listener]);
        }
    }

    private Listener[] Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
            return _listeners;
        }
    }
}
