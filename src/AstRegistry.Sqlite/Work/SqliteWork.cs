namespace AstRegistry.Sqlite;

/// <summary>Something for the thread of the connection to do.</summary>
internal abstract class SqliteWork(CancellationToken cancellationToken)
{
    /// <summary>Whether the caller gave up before it began. Then the caller is told.</summary>
    public bool IsCancelled()
    {
        if (!cancellationToken.IsCancellationRequested) return false;
        Cancel(cancellationToken);
        return true;
    }

    /// <summary>Tells the caller that it failed.</summary>
    public abstract void Fail(Exception error);

    protected abstract void Cancel(CancellationToken token);
}
