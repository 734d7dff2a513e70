using AstRegistry;
using AstRegistry.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds registries to a container.</summary>
public static class AstRegistryServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="VersionedRegistry"/>, with its <see cref="IRegistryStore"/>, a <see cref="Finder"/> and an <see cref="IRegistryProvider"/>, as singletons.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Sets options; they are validated when the host starts, or when the registry is asked for first.</param>
    /// <returns>Where history, handlers and health check are added.</returns>
    /// <remarks>
    /// The registry opens while the host starts, before its services do. Who asks for it earlier, or without a host, opens it then: by waiting where it
    /// is injected, or with <c>await</c> through <see cref="IRegistryProvider"/>. It closes with the container.
    /// </remarks>
    public static AstRegistryBuilder AddAstRegistry(this IServiceCollection services, Action<VersionedRegistryOptions>? configure = null) => Add(services, null, configure);

    /// <summary>Adds another registry, whose services have its name as their key.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="name">The name of the registry and the key of its services.</param>
    /// <param name="configure">Sets options.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <inheritdoc cref="AddAstRegistry(IServiceCollection, Action{VersionedRegistryOptions}?)"/>
    public static AstRegistryBuilder AddAstRegistry(this IServiceCollection services, string name, Action<VersionedRegistryOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Add(services, name, configure);
    }

    private static AstRegistryBuilder Add(IServiceCollection services, string? name, Action<VersionedRegistryOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<VersionedRegistryOptions>(name);
        if (name is not null) options.Configure(registry => registry.Name = name);
        if (configure is not null) options.Configure(configure);
        options.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VersionedRegistryOptions>, OptionsValidator>());

        services.TryAddKeyedSingleton(name, (provider, _) => new RegistryHost(provider, name));
        services.TryAddKeyedSingleton<IRegistryProvider>(name, (provider, _) => Host(provider, name));
        services.TryAddKeyedSingleton(name, (provider, _) => Host(provider, name).Open());
        services.TryAddKeyedSingleton<IRegistryStore>(name, (provider, _) => new LocalRegistryStore(Host(provider, name).Open()));
        services.TryAddSingleton<Finder>();
        services.AddSingleton<IHostedService>(provider => Host(provider, name));
        return new(services, name);
    }

    private static RegistryHost Host(IServiceProvider provider, string? name) => provider.GetRequiredKeyedService<RegistryHost>(name);
}
