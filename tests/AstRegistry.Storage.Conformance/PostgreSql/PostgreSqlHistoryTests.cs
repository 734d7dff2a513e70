using AstRegistry.Storage.Conformance.Contract;

namespace AstRegistry.Storage.Conformance.PostgreSql;

public sealed class PostgreSqlHistoryTests(PostgreSqlFixture fixture) : HistoryContract<PostgreSqlHistory>
{
    protected override async ValueTask<HistoryStore> CreateStoreAsync(CancellationToken cancellationToken) => new PostgreSqlStore(await fixture.GetServerAsync());
}
