using AstRegistry.Storage.Conformance.Contract;

namespace AstRegistry.Storage.Conformance.Memory;

public sealed class MemoryHistoryTests : HistoryContract<MemoryHistory>
{
    protected override ValueTask<HistoryStore> CreateStoreAsync(CancellationToken cancellationToken) => new(new MemoryStore());
}
