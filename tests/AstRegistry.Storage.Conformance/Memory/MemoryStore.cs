using AstRegistry.Storage.Conformance.Contract;

namespace AstRegistry.Storage.Conformance.Memory;

/// <summary>A store that is gone with the history that opened it.</summary>
public sealed class MemoryStore : HistoryStore
{
    public override ValueTask<IRegistryHistory> OpenAsync(CancellationToken cancellationToken) => new(new MemoryHistory());

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
