using System.Text;
using SQLitePCL;
using static SQLitePCL.raw;

namespace AstRegistry.Sqlite;

/// <summary>
/// A statement that is compiled once. Binds by position, from 1; reads columns by position, from 0, and calls a column damaged that has not the type
/// it was written with.
/// </summary>
internal sealed class EngineStatement(sqlite3 database, sqlite3_stmt statement, string operation) : IDisposable
{
    private static readonly UTF8Encoding Text = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public EngineStatement Bind(int index, long value)
    {
        Check(sqlite3_bind_int64(statement, index, value));
        return this;
    }

    public EngineStatement Bind(int index, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? sqlite3_bind_zeroblob(statement, index, 0) : sqlite3_bind_blob(statement, index, value));
        return this;
    }

    /// <exception cref="ArgumentException">The text has half a surrogate pair.</exception>
    public EngineStatement Bind(int index, string value)
    {
        Check(value.Length == 0 ? sqlite3_bind_text(statement, index, value) : sqlite3_bind_text(statement, index, Text.GetBytes(value)));
        return this;
    }

    /// <summary>Goes to the next row, if there is one.</summary>
    public bool Step()
    {
        var code = sqlite3_step(statement);
        if (code == SQLITE_ROW) return true;
        if (code == SQLITE_DONE) return false;
        throw Error(code);
    }

    /// <summary>Runs the statement to its end.</summary>
    public void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Lets go of the rows, so that the statement holds no lock and can be bound again.</summary>
    public void Reset() => _ = sqlite3_reset(statement);

    public long Integer(int column) =>
        sqlite3_column_type(statement, column) == SQLITE_INTEGER ? sqlite3_column_int64(statement, column) : throw WrongType(column);

    public string String(int column) =>
        sqlite3_column_type(statement, column) == SQLITE_TEXT ? Encoding.UTF8.GetString(sqlite3_column_blob(statement, column)) : throw WrongType(column);

    /// <summary>The bytes of a column, valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) =>
        sqlite3_column_type(statement, column) == SQLITE_BLOB ? sqlite3_column_blob(statement, column) : throw WrongType(column);

    public void Dispose() => statement.Dispose();

    private void Check(int code)
    {
        if (code != SQLITE_OK) throw Error(code);
    }

    private EngineException Error(int code)
    {
        var extended = sqlite3_extended_errcode(database);
        return new((extended & 0xFF) == (code & 0xFF) ? extended : code, $"{sqlite3_errmsg(database).utf8_to_string()} (code {code}, in {operation})");
    }

    private EngineException WrongType(int column) =>
        new(SQLITE_CORRUPT, FormattableString.Invariant($"column {column} of {operation} holds another type than was written"));
}
