using AstRegistry.Entries;
using AstRegistry.Events;

namespace AstRegistry;

public sealed partial class EventBus
{
    /// <summary>
    /// Publishes an event. Returns when it stands in the queue of each subscriber; waits only for subscribers that ask for it by
    /// <see cref="EventOverflow.Wait"/>, and never for a handler.
    /// </summary>
    /// <param name="topic">Segments of letters, digits, <c>_</c> and <c>-</c>, joined by dots.</param>
    /// <param name="payload">What to hand over.</param>
    /// <param name="cancellationToken">Ends the waiting; nobody gets the event then.</param>
    /// <exception cref="FormatException">The topic is malformed.</exception>
    /// <exception cref="ObjectDisposedException">The bus has stopped.</exception>
    public ValueTask PublishAsync(string topic, object? payload = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(topic);
        if (IdRules.SegmentsFault(topic, "topic", RegistryLimits.MaxNameLength) is { } fault) throw new FormatException(fault);
        cancellationToken.ThrowIfCancellationRequested();
        return PublishAsync(topic, payload, cancellationToken, CancellationToken.None);
    }

    /// <summary>Publishes an event; subscribers that have no room when patience ends are left out, and it counts as dropped for them.</summary>
    internal ValueTask PublishPatientlyAsync(string topic, object? payload, CancellationToken patience) => PublishAsync(topic, payload, CancellationToken.None, patience);

    private ValueTask PublishAsync(string topic, object? payload, CancellationToken cancellationToken, CancellationToken patience)
    {
        var matching = new List<Listener>();
        var isWaiting = false;
        foreach (var listener in Volatile.Read(ref _listeners))
        {
            if (!listener.Pattern.IsMatch(topic)) continue;
            matching.Add(listener);
            isWaiting |= listener.Mailbox.IsPatient;
        }

        if (isWaiting && !Delivery.IsWithin(this)) return PublishWhenThereIsRoomAsync(topic, payload, matching, cancellationToken, patience);
        Post(topic, payload, matching, areReserved: false);
        return default;
    }

    private async ValueTask PublishWhenThereIsRoomAsync(string topic, object? payload, List<Listener> matching, CancellationToken cancellationToken, CancellationToken patience)
    {
        var reserved = new List<Listener>(matching.Count);
        try
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience);
            foreach (var listener in matching)
            {
                if (!listener.Mailbox.IsPatient || await HasRoomAsync(listener, waiting.Token, cancellationToken).ConfigureAwait(false)) reserved.Add(listener);
            }
        }
        catch (OperationCanceledException)
        {
            foreach (var listener in reserved.Where(static listener => listener.Mailbox.IsPatient)) listener.Mailbox.Release();
            throw;
        }

        Post(topic, payload, reserved, areReserved: true);
    }

    private static async ValueTask<bool> HasRoomAsync(Listener listener, CancellationToken waiting, CancellationToken cancellationToken)
    {
        try
        {
            await listener.Mailbox.ReserveAsync(waiting).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            listener.Mailbox.Drop();
            return false;
        }
    }

    /// <summary>Numbers the event and puts it into all queues in one go, so that all subscribers see one order.</summary>
    private void Post(string topic, object? payload, List<Listener> listeners, bool areReserved)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isStopped, this);
            var posted = new RegistryEvent(topic, ++_sequence, _options.TimeProvider.GetUtcNow(), payload);
            foreach (var listener in listeners) listener.Mailbox.Post(posted, areReserved && listener.Mailbox.IsPatient);
        }
    }
}
