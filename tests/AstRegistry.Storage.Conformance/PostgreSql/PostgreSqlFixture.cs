using AstRegistry.Storage.Conformance.PostgreSql;

[assembly: AssemblyFixture(typeof(PostgreSqlFixture))]

namespace AstRegistry.Storage.Conformance.PostgreSql;

/// <summary>One server for all tests that leave it alone; it starts with the first that asks for it.</summary>
public sealed class PostgreSqlFixture : IAsyncLifetime
{
    private readonly Lazy<Task<PostgreSqlServer>> _server = new(static () => PostgreSqlServer.StartNewAsync());

    /// <summary>Skips the test, with the reason, where there is no PostgreSQL; fails it in continuous integration, which has to have one.</summary>
    public static void Require()
    {
        if (PostgreSqlServer.IsAvailable) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(PostgreSqlBinaries.Missing);
        Assert.Skip(PostgreSqlBinaries.Missing);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The server that tests share: none may stop it or change its settings.</summary>
    internal Task<PostgreSqlServer> GetServerAsync()
    {
        Require();
        return _server.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated) await (await _server.Value).DisposeAsync();
    }
}
