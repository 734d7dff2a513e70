using AstRegistry.Sqlite;

namespace AstRegistry.Storage.Conformance.Sqlite;

/// <summary>The ladder from older tables to newer ones, with steps of the test's own: there is one version so far.</summary>
public sealed class SqliteSchemaTests : IDisposable
{
    private readonly EngineConnection _connection = EngineConnection.OpenMemory();

    public SqliteSchemaTests() => SqliteSchema.Create(_connection);

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Each_step_runs_once_and_in_order()
    {
        var done = new List<int>();
        Action<EngineConnection>[] steps = [_ => done.Add(1), _ => done.Add(2), _ => done.Add(3)];
        SqliteSchema.Climb(_connection, steps, 3);
        Assert.Equal([1, 2], done);
        Assert.Equal(3, _connection.Number("PRAGMA user_version"));
        SqliteSchema.Climb(_connection, steps, 4);
        Assert.Equal([1, 2, 3], done);
    }

    [Fact]
    public void A_step_that_fails_changes_nothing_and_those_before_it_stay()
    {
        Action<EngineConnection>[] steps =
        [
            static connection => connection.Execute("ALTER TABLE ack ADD COLUMN seen INTEGER"),
            static connection =>
            {
                connection.Execute("DROP TABLE ack");
                connection.Execute("no such command");
            },
        ];
        Assert.Throws<EngineException>(() => SqliteSchema.Climb(_connection, steps, 3));
        Assert.Equal(2, _connection.Number("PRAGMA user_version"));
        Assert.Equal(0, _connection.Number("SELECT count(seen) FROM ack"));
    }

    [Theory]
    [InlineData(2, HistoryFault.NewerFormat)]
    [InlineData(int.MaxValue, HistoryFault.NewerFormat)]
    [InlineData(0, HistoryFault.Corrupt)]
    [InlineData(-1, HistoryFault.Corrupt)]
    public void A_version_that_is_unknown_is_refused(long version, HistoryFault fault)
    {
        var error = Assert.Throws<HistoryException>(() => SqliteSchema.CheckVersion(version, SqliteSchema.Version, "app.db"));
        Assert.Equal(fault, error.Fault);
        Assert.Contains(FormattableString.Invariant($"form"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tables_are_sound_and_strict()
    {
        Assert.Equal(["ok"], _connection.Texts("PRAGMA integrity_check"));
        Assert.Equal(0, _connection.Number("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'"));
    }
}
