using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AstRegistry.Hosting;

/// <summary>Whether the registry is open and its history answers. Reads nothing but the head.</summary>
internal sealed class RegistryHealthCheck(RegistryHost host) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (host.Opened is not { } registry) return new(context.Registration.FailureStatus, "The registry is not open.");
        var data = new Dictionary<string, object> { ["registry"] = registry.Name, ["revision"] = registry.Current.Revision, ["entries"] = registry.Current.Count };
        try
        {
            var head = await host.ReadHeadAsync(registry, cancellationToken).ConfigureAwait(false);
            data["head"] = head.Revision;
            return HealthCheckResult.Healthy($"{registry}", data);
        }
        catch (Exception error) when (error is HistoryException or ObjectDisposedException)
        {
            return new(context.Registration.FailureStatus, error.Message, error, data);
        }
    }
}
