using AstRegistry.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AstRegistry;

/// <summary>Adds to a registry of a container what belongs to it.</summary>
public sealed class AstRegistryBuilder
{
    internal AstRegistryBuilder(IServiceCollection services, string? name)
    {
        Services = services;
        Name = name;
    }

    /// <summary>The container's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The key of the registry's services; null for the registry without a key.</summary>
    public string? Name { get; }

    /// <summary>Says where versions are kept. The history belongs to the registry, which disposes it.</summary>
    /// <param name="open">Opens the history when the registry opens, for example <c>(_, token) =&gt; SqliteHistory.OpenAsync(path, token)</c>.</param>
    /// <exception cref="InvalidOperationException">The registry has a history already.</exception>
    public AstRegistryBuilder UseHistory<THistory>(Func<IServiceProvider, CancellationToken, ValueTask<THistory>> open)
        where THistory : IRegistryHistory
    {
        ArgumentNullException.ThrowIfNull(open);
        if (Services.Any(service => service.ServiceType == typeof(HistoryOpener) && Equals(service.ServiceKey, Name)))
        {
            throw new InvalidOperationException($"The registry '{Name ?? "without a name"}' has a history already: call {nameof(UseHistory)} once.");
        }

        Services.AddKeyedSingleton(Name, (_, _) => new HistoryOpener(async (provider, token) => await open(provider, token).ConfigureAwait(false)));
        return this;
    }

    /// <summary>Adds a handler, which the container makes, in the order of these calls.</summary>
    /// <typeparam name="THandler">The handler; a singleton, unless it was added otherwise.</typeparam>
    /// <param name="name">The name of the handler, in outcomes and in the history.</param>
    /// <param name="kinds">Which kinds of entries it hears of: <see cref="TopicPattern"/>.</param>
    /// <param name="options">How it is treated.</param>
    /// <exception cref="ArgumentException">The pattern is malformed.</exception>
    public AstRegistryBuilder AddHandler<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        string name, string kinds = "**", HandlerOptions? options = null)
        where THandler : class, IRegistryHandler
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _ = TopicPattern.Parse(kinds);
        Services.TryAddSingleton<THandler>();
        Services.AddKeyedSingleton(Name, (provider, _) => new HostedHandler(name, kinds, provider.GetRequiredService<THandler>(), options));
        return this;
    }

    /// <summary>Adds a health check: healthy when the registry is open and its history answers.</summary>
    /// <param name="name">The name of the check; <c>astregistry</c>, with the registry's name behind it if it has one, unless set.</param>
    /// <param name="failureStatus">What a failure counts as; unhealthy unless set.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    /// <param name="timeout">The time that the history has to answer; 5 seconds unless set.</param>
    public AstRegistryBuilder AddHealthCheck(string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null, TimeSpan? timeout = null)
    {
        Services.AddHealthChecks().Add(new(
            name ?? (Name is null ? "astregistry" : "astregistry-" + Name),
            provider => new RegistryHealthCheck(provider.GetRequiredKeyedService<RegistryHost>(Name)),
            failureStatus,
            tags,
            timeout ?? TimeSpan.FromSeconds(5)));
        return this;
    }
}
