using AstRegistry.Storage.Conformance.Contract;

namespace AstRegistry.Storage.Conformance.PostgreSql;

/// <summary>A schema of its own on a server.</summary>
internal sealed class PostgreSqlStore(PostgreSqlServer server) : HistoryStore
{
    private readonly string _schema = "store_" + Guid.NewGuid().ToString("N");

    public override bool IsDurable => true;

    public override bool IsShared => true;

    public override async ValueTask<IRegistryHistory> OpenAsync(CancellationToken cancellationToken) =>
        await PostgreSqlHistory.OpenAsync(new() { ConnectionString = server.ConnectionString(more: "Maximum Pool Size=20"), Schema = _schema }, cancellationToken);

    public override async ValueTask DisposeAsync() => await server.ExecuteAsync($"DROP SCHEMA IF EXISTS {_schema} CASCADE");
}
