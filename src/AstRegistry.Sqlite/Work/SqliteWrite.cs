namespace AstRegistry.Sqlite;

/// <summary>Work within a transaction that others may share. May run again in another one, so that it keeps nothing but its result.</summary>
internal abstract class SqliteWrite(CancellationToken cancellationToken) : SqliteWork(cancellationToken)
{
    /// <summary>Whether the caller was told already.</summary>
    public abstract bool IsSettled { get; }

    public abstract void Run(SqliteTransaction transaction);

    /// <summary>Tells the caller what the last run brought, now that it is durable.</summary>
    public abstract void Acknowledge();
}

/// <inheritdoc/>
internal sealed class SqliteWrite<T>(Func<SqliteTransaction, T> write, CancellationToken cancellationToken) : SqliteWrite(cancellationToken)
{
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Outcome => _outcome.Task;

    public override bool IsSettled => _outcome.Task.IsCompleted;

    public override void Run(SqliteTransaction transaction) => _result = write(transaction);

    public override void Acknowledge() => _outcome.TrySetResult(_result!);

    public override void Fail(Exception error) => _outcome.TrySetException(error);

    protected override void Cancel(CancellationToken token) => _outcome.TrySetCanceled(token);
}
