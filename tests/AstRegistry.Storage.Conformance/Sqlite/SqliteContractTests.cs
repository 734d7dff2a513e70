using AstRegistry.Storage.Conformance.Contract;

namespace AstRegistry.Storage.Conformance.Sqlite;

public sealed class SqliteContractTests : HistoryContract<SqliteHistory>
{
    protected override ValueTask<HistoryStore> CreateStoreAsync(CancellationToken cancellationToken) => new(new SqliteFolder());
}
