namespace AstRegistry.Storage.Conformance.Linearizability.Faulty;

/// <summary>Shows an old snapshot now and then.</summary>
internal sealed class StaleSubject(ISubject inner) : ISubject
{
    private const int ReadsPerFault = 20;
    private const int ReadsPerSnapshot = 100;

    private volatile RegistrySnapshot _old = RegistrySnapshot.Empty;
    private int _reads;

    public RegistrySnapshot Read()
    {
        var read = Interlocked.Increment(ref _reads);
        if (read % ReadsPerFault == 0) return _old;
        var now = inner.Read();
        if (read % ReadsPerSnapshot == 1) _old = now;
        return now;
    }

    public Task<CommitOutcome> CommitAsync(ChangeSet changes, CancellationToken cancellationToken) => inner.CommitAsync(changes, cancellationToken);
}
