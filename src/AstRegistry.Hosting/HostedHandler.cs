namespace AstRegistry.Hosting;

/// <summary>A handler that takes part from the moment when the registry opens.</summary>
internal sealed record HostedHandler(string Name, string Kinds, IRegistryHandler Handler, HandlerOptions? Options);
