using AstRegistry.Storage.Conformance.Contract;

namespace AstRegistry.Storage.Conformance.None;

public sealed class NoHistoryTests : HistoryContract<NoHistory>
{
    protected override bool CanRewind => false;

    protected override ValueTask<HistoryStore> CreateStoreAsync(CancellationToken cancellationToken) => new(new NoStore());

    private sealed class NoStore : HistoryStore
    {
        public override ValueTask<IRegistryHistory> OpenAsync(CancellationToken cancellationToken) => new(new NoHistory());

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
