using AstRegistry.Registry;

namespace AstRegistry.Transactions;

/// <summary>Publishes the steps of one transaction. Subscribers that want to be waited for get the time of one handler, all events together.</summary>
internal sealed class Announcer(RegistryContext context, RegistryTransaction transaction) : IDisposable
{
    private readonly EventBus _bus = context.Bus;
    private CancellationTokenSource? _patience;

    public ValueTask AnnounceAsync(TransactionStep step, RegistryOperation? operation = null, string? handler = null, string? reason = null)
    {
        if (!_bus.HasListeners) return default;
        _patience ??= new(context.Options.HandlerDeadline, context.TimeProvider);
        return PublishAsync(TopicOf(step, operation), new(step, transaction, operation, handler, reason));
    }

    /// <summary>Announces all operations, each by what it does.</summary>
    public async ValueTask AnnounceOperationsAsync()
    {
        if (!_bus.HasListeners) return;
        foreach (var operation in transaction.Changes) await AnnounceAsync(StepOf(operation), operation).ConfigureAwait(false);
    }

    public static TransactionStep StepOf(RegistryOperation operation) => operation.Kind switch
    {
        RegistryOperationKind.Create => TransactionStep.Create,
        RegistryOperationKind.Update => TransactionStep.Update,
        _ => TransactionStep.Delete,
    };

    public void Dispose() => _patience?.Dispose();

    private async ValueTask PublishAsync(string topic, TransactionEvent payload)
    {
        try
        {
            await _bus.PublishPatientlyAsync(topic, payload, _patience!.Token).ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // The bus was stopped by its owner, so nobody is listening any more.
        }
    }

    private string TopicOf(TransactionStep step, RegistryOperation? operation)
    {
        var word = step switch
        {
            TransactionStep.Begin => "begin",
            TransactionStep.Create => "create",
            TransactionStep.Update => "update",
            TransactionStep.Delete => "delete",
            TransactionStep.Accept => "accept",
            TransactionStep.Reject => "reject",
            TransactionStep.Timeout => "timeout",
            TransactionStep.Undo => "undo",
            TransactionStep.Commit => "commit",
            _ => "discard",
        };
        return operation is null ? $"{transaction.Registry}.{word}" : $"{transaction.Registry}.{word}.{(operation.Entry ?? operation.Original)!.Kind}";
    }
}
