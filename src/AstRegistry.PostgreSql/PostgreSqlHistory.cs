using System.Diagnostics;
using AstRegistry.History;
using AstRegistry.PostgreSql;

namespace AstRegistry;

/// <summary>Keeps versions in PostgreSQL, where any number of processes may append to them and watch them at the same time.</summary>
/// <remarks>
/// <para>A commit is one statement: it moves the head if nobody else did, and then brings its versions along. So revisions have no gaps, and it
/// takes one round trip. Where the connection breaks before the answer, the commit ids tell what became of it.</para>
/// <para>Thread-safe. Every table begins with the name of the registry, so that a PostgreSQL that spreads tables over machines can distribute them by it.</para>
/// <para>Statements that meet a server that restarts are tried again as <see cref="PostgreSqlHistoryOptions.Retry"/> says.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class PostgreSqlHistory : IRegistryHistory
{
    private readonly Database _database;
    private readonly DoorbellBoard _doorbells;
    private readonly TimeSpan _pollingInterval;
    private readonly bool _isSourceOurs;
    private readonly CancellationTokenSource _closing = new();
    private int _isClosed;

    private PostgreSqlHistory(Database database, PostgreSqlHistoryOptions options)
    {
        _database = database;
        _doorbells = new(database, options.UseDoorbell);
        _pollingInterval = options.PollingInterval;
        _isSourceOurs = options.DataSource is null;
    }

    /// <inheritdoc/>
    public string Engine => "postgresql";

    /// <inheritdoc/>
    public bool CanRewind => true;

    /// <summary>Opens a history, and creates its tables where there are none. Several processes may do so at once.</summary>
    /// <exception cref="ArgumentException">The options name no database, or cannot be used.</exception>
    /// <exception cref="HistoryException">The database does not answer or lets nobody in, or the schema is of a newer version or of another program.</exception>
    public static async Task<PostgreSqlHistory> OpenAsync(PostgreSqlHistoryOptions options, CancellationToken cancellationToken = default)
    {
        OptionRules.Check(options);
        var database = new Database(OptionRules.SourceOf(options), options);
        try
        {
            await new SchemaSetup(database).EnsureAsync(cancellationToken).ConfigureAwait(false);
            return new(database, options);
        }
        catch
        {
            if (options.DataSource is null) await database.Source.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends all watches and closes the connections. A data source that the caller gave stays open.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) != 0) return;
        await _closing.CancelAsync().ConfigureAwait(false);
        await _doorbells.DisposeAsync().ConfigureAwait(false);
        if (_isSourceOurs) await _database.Source.DisposeAsync().ConfigureAwait(false);
        _closing.Dispose();
    }

    /// <summary>The schema and where it is.</summary>
    public override string ToString() => _database.Place;

    private void Check(string registry)
    {
        HistoryRules.CheckRegistry(registry);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isClosed) != 0, this);
    }
}
