namespace AstRegistry.Sqlite;

/// <summary>Work outside of transactions.</summary>
internal abstract class SqliteRead(CancellationToken cancellationToken) : SqliteWork(cancellationToken)
{
    public abstract void Run(EngineConnection connection);
}

/// <inheritdoc/>
internal sealed class SqliteRead<T>(Func<EngineConnection, T> read, CancellationToken cancellationToken) : SqliteRead(cancellationToken)
{
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Outcome => _outcome.Task;

    public override void Run(EngineConnection connection) => _outcome.TrySetResult(read(connection));

    public override void Fail(Exception error) => _outcome.TrySetException(error);

    protected override void Cancel(CancellationToken token) => _outcome.TrySetCanceled(token);
}
