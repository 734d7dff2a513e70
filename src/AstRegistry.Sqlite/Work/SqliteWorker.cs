using System.Collections.Concurrent;

namespace AstRegistry.Sqlite;

/// <summary>
/// The thread that has the connection. Takes all work that waits, reads first, then commits all changes in one transaction.
/// </summary>
internal sealed class SqliteWorker : IAsyncDisposable
{
    // So many changes share a transaction at most; more would make the first of them wait for the last.
    private const int MaxGroup = 256;

    private readonly BlockingCollection<SqliteWork> _queue = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<SqliteWrite> _group = [];
    private readonly SqliteStore _store;
    private volatile bool _isDisposed;

    private SqliteWorker(SqliteStore store) => _store = store;

    public HeadBook Heads => _store.Heads;

    /// <summary>What the thread works on. But for the heads and the reserve, others look at it only while the thread rests.</summary>
    public SqliteStore Store => _store;

    /// <summary>Starts a thread that opens the database; the task ends when it is open.</summary>
    /// <exception cref="HistoryException">It cannot be opened.</exception>
    public static Task<SqliteWorker> StartAsync(SqliteHistoryOptions options)
    {
        var opened = new TaskCompletionSource<SqliteWorker>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(options, opened)) { IsBackground = true, Name = "AstRegistry.Sqlite " + Path.GetFileName(options.Path) };
        thread.Start();
        return opened.Task;
    }

    /// <summary>Does something outside of transactions.</summary>
    public Task<T> ReadAsync<T>(Func<EngineConnection, T> read, CancellationToken cancellationToken)
    {
        var work = new SqliteRead<T>(read, cancellationToken);
        Enqueue(work, cancellationToken);
        return work.Outcome;
    }

    /// <summary>Changes something in a transaction; the task ends when it is durable.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteTransaction, T> write, CancellationToken cancellationToken)
    {
        var work = new SqliteWrite<T>(write, cancellationToken);
        Enqueue(work, cancellationToken);
        return work.Outcome;
    }

    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteHistory));

    public async ValueTask DisposeAsync()
    {
        lock (_queue)
        {
            if (!_isDisposed) _queue.CompleteAdding();
            _isDisposed = true;
        }

        await _ended.Task.ConfigureAwait(false);
    }

    private static void Run(SqliteHistoryOptions options, TaskCompletionSource<SqliteWorker> opened)
    {
        SqliteWorker worker;
        try
        {
            worker = new(SqliteOpening.Open(options));
        }
        catch (Exception error)
        {
            opened.TrySetException(error);
            return;
        }

        opened.TrySetResult(worker);
        worker.Loop();
    }

    private void Enqueue(SqliteWork work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_queue)
        {
            ThrowIfDisposed();
            _queue.Add(work, CancellationToken.None);
        }
    }

    private void Loop()
    {
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            var work = first;
            do
            {
                if (work is SqliteRead read) Run(read);
                else _group.Add((SqliteWrite)work);
            }
            while (_group.Count < MaxGroup && _queue.TryTake(out work!));
            if (_group.Count > 0) Commit();
        }

        Close();
    }

    private void Run(SqliteRead read)
    {
        if (read.IsCancelled()) return;
        try
        {
            read.Run(_store.Connection);
        }
        catch (Exception error)
        {
            read.Fail(_store.Translate(error));
        }
    }

    private void Commit()
    {
        _group.RemoveAll(static write => write.IsCancelled());
        if (!GroupCommit.TryCommit(_store, _group))
        {
            // Somebody's change cannot be done. Each alone finds out whose, and does not spoil the others.
            foreach (var write in _group.Where(static write => !write.IsSettled)) GroupCommit.TryCommit(_store, [write]);
        }

        _group.Clear();
    }

    private void Close()
    {
        try
        {
            _store.Dispose();
        }
        catch (Exception error) when (error is EngineException or IOException)
        {
            // All that was acknowledged is durable; the next opening does what could not be done now.
        }

        _queue.Dispose();
        _ended.TrySetResult();
    }
}
