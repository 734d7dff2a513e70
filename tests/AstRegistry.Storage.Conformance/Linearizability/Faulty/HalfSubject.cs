namespace AstRegistry.Storage.Conformance.Linearizability.Faulty;

/// <summary>Shows the first operation of a commit without the others to one reader.</summary>
internal sealed class HalfSubject(VersionedRegistry registry) : ISubject
{
    private RegistrySnapshot? _half;

    public RegistrySnapshot Read() => Interlocked.Exchange(ref _half, null) ?? registry.Current;

    public async Task<CommitOutcome> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var outcome = await registry.CommitAsync(changes, cancellationToken: cancellationToken);
        if (outcome is not CommitOutcome.Committed { Version: var version } || changes.Count < 2) return outcome;
        var before = await registry.LoadStateAsync(version.Parent, cancellationToken);
        Volatile.Write(ref _half, new ChangeSet(changes[0]).ApplyTo(before, version));
        return outcome;
    }
}
