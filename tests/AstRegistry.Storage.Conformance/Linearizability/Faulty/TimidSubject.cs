namespace AstRegistry.Storage.Conformance.Linearizability.Faulty;

/// <summary>Calls a commit a conflict now and then, whether it is one or not.</summary>
internal sealed class TimidSubject(ISubject inner) : ISubject
{
    private const int CommitsPerFault = 10;

    private int _commits;

    public RegistrySnapshot Read() => inner.Read();

    public Task<CommitOutcome> CommitAsync(ChangeSet changes, CancellationToken cancellationToken) => Interlocked.Increment(ref _commits) % CommitsPerFault != 0
        ? inner.CommitAsync(changes, cancellationToken)
        : Task.FromResult<CommitOutcome>(new CommitOutcome.Conflict([new(changes[0].Id, KeyConflictReason.Changed)]));
}
