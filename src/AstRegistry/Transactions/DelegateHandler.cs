namespace AstRegistry.Transactions;

/// <summary>A handler that is asked about operations and otherwise keeps still.</summary>
internal sealed class DelegateHandler(Func<OperationContext, CancellationToken, ValueTask> handle) : IRegistryHandler
{
    public ValueTask HandleAsync(OperationContext operation, CancellationToken cancellationToken) => handle(operation, cancellationToken);
}
