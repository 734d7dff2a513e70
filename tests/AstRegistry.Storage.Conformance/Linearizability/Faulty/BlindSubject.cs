namespace AstRegistry.Storage.Conformance.Linearizability.Faulty;

/// <summary>Updates and deletes whatever is there, so that what others did meanwhile is lost.</summary>
internal sealed class BlindSubject(ISubject inner) : ISubject
{
    public RegistrySnapshot Read() => inner.Read();

    public Task<CommitOutcome> CommitAsync(ChangeSet changes, CancellationToken cancellationToken) => inner.CommitAsync(new(changes.Select(Blind)), cancellationToken);

    private static RegistryOperation Blind(RegistryOperation operation) => operation.Kind switch
    {
        RegistryOperationKind.Update => RegistryOperation.Update(operation.Entry!),
        RegistryOperationKind.Delete => RegistryOperation.Delete(operation.Id),
        _ => operation,
    };
}
