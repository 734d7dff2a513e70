using SQLitePCL;
using static SQLitePCL.raw;

namespace AstRegistry.Benchmarks.Storage;

/// <summary>What SQLite itself needs to append bytes durably: one table, one row, one transaction, the pragmas of the history.</summary>
internal sealed class SqliteRawTable : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _begin;
    private readonly sqlite3_stmt _insert;
    private readonly sqlite3_stmt _commit;
    private readonly sqlite3_stmt _select;

    public SqliteRawTable(string path)
    {
        Batteries_V2.Init();
        Check(sqlite3_open_v2(path, out _database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, null));
        Check(sqlite3_exec(_database, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"));
        Check(sqlite3_exec(_database, "CREATE TABLE version (revision INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT"));
        Check(sqlite3_prepare_v2(_database, "BEGIN IMMEDIATE", out _begin));
        Check(sqlite3_prepare_v2(_database, "INSERT INTO version (revision, data) VALUES (?, ?)", out _insert));
        Check(sqlite3_prepare_v2(_database, "COMMIT", out _commit));
        Check(sqlite3_prepare_v2(_database, "SELECT revision, data FROM version WHERE revision > ? ORDER BY revision", out _select));
    }

    public void Append(long revision, ReadOnlySpan<byte> data)
    {
        Run(_begin);
        Check(sqlite3_bind_int64(_insert, 1, revision));
        Check(sqlite3_bind_blob(_insert, 2, data));
        Run(_insert);
        Run(_commit);
    }

    /// <summary>Reads all rows after a revision, each into an array of its own, and counts their bytes.</summary>
    public long Read(long after)
    {
        var bytes = 0L;
        Check(sqlite3_bind_int64(_select, 1, after));
        while (sqlite3_step(_select) == SQLITE_ROW) bytes += sqlite3_column_blob(_select, 1).ToArray().Length;
        _ = sqlite3_reset(_select);
        return bytes;
    }

    public void Dispose()
    {
        foreach (var statement in (sqlite3_stmt[])[_begin, _insert, _commit, _select]) statement.Dispose();
        _database.Dispose();
    }

    private static void Run(sqlite3_stmt statement)
    {
        if (sqlite3_step(statement) != SQLITE_DONE) throw new InvalidOperationException("SQLite did not do what it was told.");
        _ = sqlite3_reset(statement);
    }

    private static void Check(int code)
    {
        if (code != SQLITE_OK) throw new InvalidOperationException(sqlite3_errstr(code).utf8_to_string());
    }
}
