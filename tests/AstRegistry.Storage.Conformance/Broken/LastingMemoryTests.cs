using AstRegistry.Storage.Conformance.Contract;

namespace AstRegistry.Storage.Conformance.Broken;

/// <summary>The store that is broken below in many ways keeps every promise while it is not.</summary>
public sealed class LastingMemoryTests : HistoryContract<OpenedHistory>
{
    protected override ValueTask<HistoryStore> CreateStoreAsync(CancellationToken cancellationToken) => new(new LastingMemoryStore());
}
