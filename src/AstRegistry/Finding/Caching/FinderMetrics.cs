using System.Diagnostics.Metrics;

namespace AstRegistry.Finding;

/// <summary>Counts how often the cache of a finder has the answer.</summary>
internal sealed class FinderMetrics(Meter meter)
{
    public static readonly FinderMetrics Shared = new(new Meter("AstRegistry"));

    public Counter<long> Hits { get; } = meter.CreateCounter<long>("astregistry.finder.cache.hits", "{query}", "Queries whose answer was in the cache of the finder.");

    public Counter<long> Misses { get; } = meter.CreateCounter<long>("astregistry.finder.cache.misses", "{query}", "Queries whose answer was not in the cache of the finder.");
}
