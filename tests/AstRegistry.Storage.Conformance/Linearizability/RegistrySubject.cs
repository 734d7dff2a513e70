namespace AstRegistry.Storage.Conformance.Linearizability;

/// <summary>A registry as it is.</summary>
internal sealed class RegistrySubject(VersionedRegistry registry) : ISubject
{
    public RegistrySnapshot Read() => registry.Current;

    public Task<CommitOutcome> CommitAsync(ChangeSet changes, CancellationToken cancellationToken) => registry.CommitAsync(changes, cancellationToken: cancellationToken);
}
