namespace AstRegistry.Storage.Conformance.Contract;

/// <summary>A place of storage of a test's own, empty at first, which is opened once or several times. Disposing it removes it.</summary>
public abstract class HistoryStore : IAsyncDisposable
{
    /// <summary>Whether what was acknowledged is there when the store is opened again.</summary>
    public virtual bool IsDurable => false;

    /// <summary>Whether the store can be open more than once at a time, as by several processes, and each sees what the others do.</summary>
    public virtual bool IsShared => false;

    /// <summary>How long to wait for what has to come; a contract that is kept never waits as long.</summary>
    public virtual TimeSpan Patience => TimeSpan.FromSeconds(60);

    /// <summary>Opens the store; who opens it disposes the history before it opens a store again that is not shared.</summary>
    public abstract ValueTask<IRegistryHistory> OpenAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
