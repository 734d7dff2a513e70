using System.Diagnostics;
using AstRegistry.History;
using AstRegistry.Sqlite;

namespace AstRegistry;

/// <summary>Keeps the versions of registries in a SQLite database, for one process.</summary>
/// <remarks>
/// <para>One connection on a thread of its own has the file to itself. Changes that wait at the same time, of whichever registries, share one
/// transaction and one wait for the disk; each has its own outcome, and is acknowledged only after the transaction is durable.</para>
/// <para>Beside the database stands an anchor with the last acknowledged revision, epoch and hash of each registry. It is written after a change is
/// durable and before it is acknowledged, without a wait for the disk of its own: it notices whatever befalls the database and its log, also where
/// the process was killed, and is behind by some seconds at most after a loss of power. Opening below the anchor fails with
/// <see cref="HistoryFault.Shortfall"/> unless <see cref="SqliteHistoryOptions.AllowShortfall"/> is set.</para>
/// <para>Each row has a checksum, so that what was damaged on the disk is reported and never believed.</para>
/// <para>Thread-safe. Heads are read from memory; all else takes its turn on the connection.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class SqliteHistory : IRegistryHistory
{
    private readonly SqliteWorker _worker;
    private readonly SqliteHistoryOptions _options;
    private readonly HeadBook _heads;

    // Checkpoints are written in several steps, and compaction takes away what no finished checkpoint owns: they take turns.
    private readonly SemaphoreSlim _maintenance = new(1);

    private SqliteHistory(SqliteWorker worker, SqliteHistoryOptions options)
    {
        _worker = worker;
        _options = options;
        _heads = worker.Heads;
    }

    /// <summary>For tests, which hold its thread and look at its connection.</summary>
    internal SqliteWorker Worker => _worker;

    /// <inheritdoc/>
    public string Engine => "sqlite";

    /// <inheritdoc/>
    public bool CanRewind => true;

    /// <summary>Opens a database, or makes it.</summary>
    /// <inheritdoc cref="OpenAsync(SqliteHistoryOptions, CancellationToken)"/>
    public static ValueTask<SqliteHistory> OpenAsync(string path, CancellationToken cancellationToken = default) => OpenAsync(new SqliteHistoryOptions(path), cancellationToken);

    /// <summary>Opens a database, or makes it. What is refused stays as it was found.</summary>
    /// <exception cref="ArgumentException">The path is empty, or an option is out of its range.</exception>
    /// <exception cref="HistoryException">It cannot be opened; the fault says why, and the message what to do.</exception>
    public static async ValueTask<SqliteHistory> OpenAsync(SqliteHistoryOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Path);
        if (options.ChunkSize is < SqliteHistoryOptions.MinChunkSize or > SqliteHistoryOptions.MaxChunkSize)
        {
            throw new ArgumentException(FormattableString.Invariant($"A chunk of {options.ChunkSize} bytes is out of range: {SqliteHistoryOptions.MinChunkSize} to {SqliteHistoryOptions.MaxChunkSize}."), nameof(options));
        }

        cancellationToken.ThrowIfCancellationRequested();
        options = options with { Path = Resolve(Path.GetFullPath(options.Path)) };
        return new(await SqliteWorker.StartAsync(options).ConfigureAwait(false), options);
    }

    /// <summary>Waits for what was begun, moves the log into the database, and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync().ConfigureAwait(false);
        _heads.End();
    }

    /// <summary><c>sqlite: app.db, 3 registries</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"sqlite: {Path.GetFileName(_options.Path)}, {_heads.Count} registries");

    /// <summary>Follows a link to the file, because its log and its anchor stand beside the file itself.</summary>
    private static string Resolve(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (IOException)
        {
            // There is no such file yet.
            return path;
        }
    }

    private void Check(string registry, CancellationToken cancellationToken)
    {
        HistoryRules.CheckRegistry(registry);
        _worker.ThrowIfDisposed();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
