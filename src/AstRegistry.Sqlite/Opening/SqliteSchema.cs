namespace AstRegistry.Sqlite;

/// <summary>The tables, whose they are, and their version.</summary>
internal static class SqliteSchema
{
    /// <summary>Stands in the head of the file: "ASTR" in ASCII.</summary>
    public const int ApplicationId = 0x41535452;

    /// <summary>The version of the tables that this library writes.</summary>
    public const int Version = 1;

    /// <summary>The step from each version to the next; the first one leads from 1 to 2.</summary>
    private static readonly Action<EngineConnection>[] Steps = [];

    /// <summary>Whether there is nothing in the file, so that tables can be made.</summary>
    public static bool IsEmpty(EngineConnection connection) =>
        connection.Number("SELECT count(*) FROM sqlite_schema") == 0 && connection.Number("PRAGMA application_id") == 0 && connection.Number("PRAGMA user_version") == 0;

    public static void Create(EngineConnection connection)
    {
        // Pages can be given back step by step only if this is set before the first table.
        connection.Execute("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL");
        Within(connection, static connection =>
        {
            connection.Execute(SqlText.Of("CreateSchema"));
            connection.Execute(FormattableString.Invariant($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}"));
        });
    }

    /// <summary>Whether the file is one of ours, of a version that this library knows.</summary>
    /// <exception cref="HistoryException">It is not.</exception>
    public static void CheckOwner(EngineConnection connection, string path)
    {
        var owner = connection.Number("PRAGMA application_id");
        if (owner != ApplicationId) throw new HistoryException(HistoryFault.Foreign, FormattableString.Invariant($"The database '{path}' belongs to another program: its application id is {owner}, not {ApplicationId}. Name another file."));
        CheckVersion(connection.Number("PRAGMA user_version"), Version, path);
    }

    /// <exception cref="HistoryException">The version is unknown.</exception>
    public static void CheckVersion(long found, int known, string path)
    {
        if (found > known) throw new HistoryException(HistoryFault.NewerFormat, FormattableString.Invariant($"The history '{path}' has the form {found}; this library knows forms up to {known}. Update AstRegistry.Sqlite."));
        if (found < 1) throw EngineFaults.Corrupt(path, FormattableString.Invariant($"its form is {found}, which never was"));
    }

    /// <summary>Brings older tables up to date, and looks whether they are as they were made.</summary>
    public static void Check(EngineConnection connection, string path)
    {
        Climb(connection, Steps, Version);
        using var model = EngineConnection.OpenMemory();
        model.Execute(SqlText.Of("CreateSchema"));
        if (!Read(connection).SequenceEqual(Read(model))) throw EngineFaults.Corrupt(path, "its tables are not those that this library makes");
    }

    /// <summary>Runs the steps from the version of the database to another, each in a transaction that notes the version it leads to.</summary>
    public static void Climb(EngineConnection connection, IReadOnlyList<Action<EngineConnection>> steps, int to)
    {
        for (var version = connection.Number("PRAGMA user_version"); version < to; version++)
        {
            var step = steps[(int)version - 1];
            Within(connection, connection =>
            {
                step(connection);
                connection.Execute(FormattableString.Invariant($"PRAGMA user_version = {version + 1}"));
            });
        }
    }

    private static void Within(EngineConnection connection, Action<EngineConnection> work)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            work(connection);
            connection.Execute("COMMIT");
        }
        catch
        {
            connection.Rollback();
            throw;
        }
    }

    private static List<(string Type, string Name, string Sql)> Read(EngineConnection connection)
    {
        var statement = connection.Prepare("ReadSchema");
        try
        {
            var items = new List<(string, string, string)>();
            while (statement.Step()) items.Add((statement.String(0), statement.String(1), statement.String(2)));
            return items;
        }
        finally
        {
            statement.Reset();
        }
    }
}
