using System.Diagnostics;
using AstRegistry.Events;

namespace AstRegistry;

/// <summary>A handler that hears of the events of an <see cref="EventBus"/>, one at a time and in order, until it is disposed.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class EventSubscription : IDisposable, IAsyncDisposable
{
    private readonly EventBus _bus;
    private readonly Func<RegistryEvent, CancellationToken, ValueTask> _handler;
    private readonly CancellationTokenSource _ending = new();
    private long _delivered;
    private long _failed;

    internal EventSubscription(EventBus bus, TopicPattern pattern, Func<RegistryEvent, CancellationToken, ValueTask> handler, SubscriptionOptions options)
    {
        _bus = bus;
        _handler = handler;
        Mailbox = new(options);
        Pattern = pattern;
    }

    /// <summary>What it has subscribed to.</summary>
    public TopicPattern Pattern { get; }

    /// <summary>How many events it was given, those included that it threw at.</summary>
    public long Delivered => Volatile.Read(ref _delivered);

    /// <summary>How often it threw.</summary>
    public long Failed => Volatile.Read(ref _failed);

    /// <summary>How many events were given up because its queue was full.</summary>
    public long Dropped => Mailbox.Dropped;

    /// <summary>How many events are waiting for it.</summary>
    public int Pending => Mailbox.Count;

    internal Mailbox Mailbox { get; }

    /// <summary>Ends when the last event has been handled after the mailbox was closed.</summary>
    internal Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>Unsubscribes: no further call begins. One that is under way is told by its token, and not waited for.</summary>
    public void Dispose()
    {
        _bus.Remove(this);
        Mailbox.Close(isEmptied: true);
        _ = _ending.CancelAsync();
    }

    /// <summary>Unsubscribes and waits until a call that is under way has ended, unless that is the one which calls this.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (!Delivery.IsWithin(this)) await Completion.ConfigureAwait(false);
    }

    /// <summary>Pattern and counts.</summary>
    public override string ToString() => FormattableString.Invariant($"{Pattern}: {Delivered} delivered, {Failed} failed, {Dropped} dropped, {Pending} pending");

    internal void Start()
    {
        // The one who subscribes may do so within a handler; what is true of that one is not true of the handler to come.
        using (ExecutionContext.SuppressFlow()) Completion = Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        while (await Mailbox.ReadAsync(CancellationToken.None).ConfigureAwait(false) is { } next) await DeliverAsync(next).ConfigureAwait(false);
    }

    private async Task DeliverAsync(RegistryEvent next)
    {
        var delivery = Delivery.Begin(this, _bus);
        try
        {
            await _handler(next, _ending.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && _ending.IsCancellationRequested))
        {
            Interlocked.Increment(ref _failed);
            _bus.Report(new(Pattern, next, exception));
        }
        catch (OperationCanceledException)
        {
            // It was told to stop, and did.
        }
        finally
        {
            delivery.End();
            Interlocked.Increment(ref _delivered);
        }
    }
}
