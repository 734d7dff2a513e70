using Microsoft.Data.Sqlite;

namespace AstRegistry.Benchmarks.Finding;

/// <summary>The names of entries in a full-text table of SQLite by trigrams, in memory.</summary>
internal sealed class FullTextTable : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _find;

    public FullTextTable(IReadOnlyList<RegistryEntry> entries)
    {
        _connection.Open();
        using var create = _connection.CreateCommand();
        create.CommandText = "CREATE VIRTUAL TABLE entry USING fts5(name, tokenize = 'trigram case_sensitive 1', detail = 'full')";
        create.ExecuteNonQuery();
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO entry(rowid, name) VALUES ($id, $name)";
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        var name = insert.Parameters.Add("$name", SqliteType.Text);
        for (var i = 0; i < entries.Count; i++)
        {
            id.Value = i;
            name.Value = entries[i].Id.Name;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        _find = _connection.CreateCommand();
        _find.CommandText = "SELECT rowid FROM entry WHERE entry MATCH $part";
        _find.Parameters.Add("$part", SqliteType.Text);
        _find.Prepare();
    }

    /// <summary>How many names contain a text.</summary>
    public int Find(string part)
    {
        _find.Parameters[0].Value = "\"" + part + "\"";
        using var reader = _find.ExecuteReader();
        var count = 0;
        while (reader.Read()) count++;
        return count;
    }

    public void Dispose()
    {
        _find.Dispose();
        _connection.Dispose();
    }
}
