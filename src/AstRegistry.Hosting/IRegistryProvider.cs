namespace AstRegistry;

/// <summary>Gives the registry of a container, and opens it if nobody has yet.</summary>
public interface IRegistryProvider
{
    /// <summary>The registry. A failed attempt to open it is repeated by the next call.</summary>
    /// <exception cref="HistoryException">The history cannot be opened; the fault says why.</exception>
    /// <exception cref="ObjectDisposedException">The container was disposed.</exception>
    ValueTask<VersionedRegistry> GetAsync(CancellationToken cancellationToken = default);
}
