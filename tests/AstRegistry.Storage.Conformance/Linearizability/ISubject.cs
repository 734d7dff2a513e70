namespace AstRegistry.Storage.Conformance.Linearizability;

/// <summary>What is held to be linearizable: a registry, or one with a fault put in.</summary>
internal interface ISubject
{
    RegistrySnapshot Read();

    Task<CommitOutcome> CommitAsync(ChangeSet changes, CancellationToken cancellationToken);
}
