using SQLitePCL;
using static SQLitePCL.raw;

namespace AstRegistry.Sqlite;

/// <summary>A connection to a database. Used by one thread.</summary>
internal sealed class EngineConnection : IDisposable
{
    // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, which the binding does not name.
    private const int NoCheckpointOnClose = 1006;

    private readonly sqlite3 _database;
    private readonly Dictionary<string, EngineStatement> _statements = [];

    static EngineConnection() => Batteries_V2.Init();

    private EngineConnection(sqlite3 database) => _database = database;

    /// <summary>Whether a transaction is open.</summary>
    public bool IsInTransaction => sqlite3_get_autocommit(_database) == 0;

    /// <summary>How many rows were changed since the connection was opened.</summary>
    public long TotalChanges => sqlite3_total_changes(_database);

    /// <summary>Whether SQLite could only open the file for reading.</summary>
    public bool IsReadOnly => sqlite3_db_readonly(_database, "main") == 1;

    /// <summary>Opens a file, or makes it.</summary>
    public static EngineConnection Open(string path)
    {
        var code = sqlite3_open_v2(path, out var database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, null);
        if (code != SQLITE_OK)
        {
            var message = sqlite3_errstr(code).utf8_to_string();
            database?.Dispose();
            throw new EngineException(code, FormattableString.Invariant($"{message} (code {code}, while opening)"));
        }

        _ = sqlite3_extended_result_codes(database, 1);
        return new(database);
    }

    /// <summary>A database in memory, to compare with.</summary>
    public static EngineConnection OpenMemory() => Open(":memory:");

    /// <summary>The statement of an operation: the text of the resource with this name.</summary>
    public EngineStatement Prepare(string operation)
    {
        if (_statements.TryGetValue(operation, out var known)) return known;
        var statement = Compile(SqlText.Of(operation), operation);
        _statements.Add(operation, statement);
        return statement;
    }

    /// <summary>Runs commands that give no rows, or whose rows nobody needs.</summary>
    public void Execute(string sql)
    {
        var code = sqlite3_exec(_database, sql);
        if (code == SQLITE_OK) return;
        var extended = sqlite3_extended_errcode(_database);
        throw new EngineException((extended & 0xFF) == (code & 0xFF) ? extended : code, FormattableString.Invariant($"{sqlite3_errmsg(_database).utf8_to_string()} (code {code}, in {Shorten(sql)})"));
    }

    /// <summary>The number that a command gives, or 0 if it gives none.</summary>
    public long Number(string sql)
    {
        using var statement = Compile(sql, Shorten(sql));
        return statement.Step() ? statement.Integer(0) : 0;
    }

    /// <summary>The first column of all rows of a command.</summary>
    public List<string> Texts(string sql)
    {
        using var statement = Compile(sql, Shorten(sql));
        var texts = new List<string>();
        while (statement.Step()) texts.Add(statement.String(0));
        return texts;
    }

    /// <summary>
    /// Whether closing moves the log into the database and deletes it.
    /// </summary>
    public void TidyOnClose(bool isWanted) => _ = sqlite3_db_config(_database, NoCheckpointOnClose, isWanted ? 0 : 1, out _);

    /// <summary>Undoes what the transaction did, if SQLite has not done so already.</summary>
    public void Rollback()
    {
        if (!IsInTransaction) return;
        foreach (var statement in _statements.Values) statement.Reset();
        Execute("ROLLBACK");
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _statements.Clear();
        _ = sqlite3_close_v2(_database);
        _database.Dispose();
    }

    private EngineStatement Compile(string sql, string operation)
    {
        var code = sqlite3_prepare_v2(_database, sql, out var statement);
        if (code == SQLITE_OK) return new(_database, statement, operation);
        throw new EngineException(sqlite3_extended_errcode(_database), FormattableString.Invariant($"{sqlite3_errmsg(_database).utf8_to_string()} (code {code}, in {operation})"));
    }

    private static string Shorten(string sql) => sql.Length <= 40 ? sql : string.Concat(sql.AsSpan(0, 37), "...");
}
