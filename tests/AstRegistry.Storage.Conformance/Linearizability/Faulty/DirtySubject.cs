namespace AstRegistry.Storage.Conformance.Linearizability.Faulty;

/// <summary>Shows a commit now and then to one reader, and refuses it.</summary>
internal sealed class DirtySubject(ISubject inner) : ISubject
{
    private const int CommitsPerFault = 10;

    private RegistrySnapshot? _dirty;
    private int _commits;

    public RegistrySnapshot Read() => Interlocked.Exchange(ref _dirty, null) ?? inner.Read();

    public Task<CommitOutcome> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _commits) % CommitsPerFault != 0) return inner.CommitAsync(changes, cancellationToken);
        try
        {
            Volatile.Write(ref _dirty, changes.ApplyTo(inner.Read()));
        }
        catch (ChangeSetConflictException)
        {
            // Somebody was faster; then nothing is shown.
        }

        return Task.FromResult<CommitOutcome>(new CommitOutcome.Cancelled());
    }
}
