namespace AstRegistry.Hosting;

/// <summary>Opens the history of a registry.</summary>
internal sealed record HistoryOpener(Func<IServiceProvider, CancellationToken, ValueTask<IRegistryHistory>> Open);
