namespace AstRegistry.Storage.Conformance.Linearizability.Faulty;

/// <summary>Acknowledges a commit now and then that it does not make.</summary>
internal sealed class ForgetfulSubject(ISubject inner) : ISubject
{
    private const int CommitsPerFault = 20;

    private int _commits;

    public RegistrySnapshot Read() => inner.Read();

    public Task<CommitOutcome> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _commits) % CommitsPerFault != 0) return inner.CommitAsync(changes, cancellationToken);
        var before = inner.Read().Version;
        var version = before with { Revision = before.Revision + 1, Parent = before.Revision, CommitId = Guid.NewGuid() };
        return Task.FromResult<CommitOutcome>(new CommitOutcome.Committed(version, changes));
    }
}
