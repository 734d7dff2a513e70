namespace AstRegistry.Storage.Conformance.PostgreSql;

/// <summary>What tests on the shared server have in common: a schema of their own.</summary>
public abstract class PostgreSqlTest(PostgreSqlFixture fixture)
{
    /// <summary>For what has to come; a test that passes never waits as long.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    protected string Schema { get; } = "test_" + Guid.NewGuid().ToString("N");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal Task<PostgreSqlServer> GetServerAsync() => fixture.GetServerAsync();

    internal async Task<PostgreSqlHistory> OpenAsync(Action<PostgreSqlHistoryOptions>? change = null, string more = "")
    {
        var server = await GetServerAsync();
        var options = new PostgreSqlHistoryOptions { ConnectionString = server.ConnectionString(more: "Maximum Pool Size=20;" + more), Schema = Schema };
        change?.Invoke(options);
        return await PostgreSqlHistory.OpenAsync(options, Cancellation);
    }

    internal async Task<object?> QueryAsync(string sql)
    {
        var server = await GetServerAsync();
        return await server.ExecuteAsync(sql.Replace("{schema}", Schema, StringComparison.Ordinal), cancellationToken: Cancellation);
    }
}
