namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>A handler that notes of which versions it is told.</summary>
internal sealed class Listener(List<long> told) : IRegistryHandler
{
    public ValueTask HandleAsync(OperationContext operation, CancellationToken cancellationToken) => default;

    public ValueTask CommitAsync(RegistryTransaction transaction, CancellationToken cancellationToken)
    {
        if (transaction.Kind == TransactionKind.Commit) told.Add(transaction.Revision);
        return default;
    }
}
