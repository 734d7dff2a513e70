using AstRegistry.Runtime.Tests.Registry;

namespace AstRegistry.Runtime.Tests.Hosting;

/// <summary>A history that counts how often it is disposed, and whose disk may be gone.</summary>
internal sealed class CountingHistory() : HistoryProxy(new MemoryHistory())
{
    public int Disposals { get; private set; }

    public bool Fails { get; set; }

    public override ValueTask<HistoryHead> GetHeadAsync(string registry, CancellationToken cancellationToken = default) =>
        Fails ? throw new HistoryException(HistoryFault.Unavailable, "The disk is gone.") : base.GetHeadAsync(registry, cancellationToken);

    public override ValueTask DisposeAsync()
    {
        Disposals++;
        return base.DisposeAsync();
    }
}
