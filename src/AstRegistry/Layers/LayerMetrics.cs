using System.Diagnostics.Metrics;

namespace AstRegistry.Layers;

/// <summary>What layers tell a listener. Without one nothing is counted; no key is ever named.</summary>
internal static class LayerMetrics
{
    private static readonly Meter Meter = new("AstRegistry");

    /// <summary>The share of hits in it is the hit ratio.</summary>
    private static readonly Counter<long> Gets =
        Meter.CreateCounter<long>("astregistry.layer.gets", "{get}", "Gets of schemes and ASTs, by outcome: hit or miss.");

    private static readonly Histogram<long> BatchSize =
        Meter.CreateHistogram<long>("astregistry.layer.batch.size", "{element}", "How many elements a batch had touched when it was committed.");

    private static readonly Counter<long> Ends =
        Meter.CreateCounter<long>("astregistry.layer.batch.ends", "{batch}", "Ends of batches, by outcome: committed, discarded or evicted; and refused commits: conflict.");

    private static readonly KeyValuePair<string, object?> Hit = new("outcome", "hit");
    private static readonly KeyValuePair<string, object?> Miss = new("outcome", "miss");

    /// <summary>Whether somebody wants to know about gets.</summary>
    public static bool CountsGets => Gets.Enabled;

    public static void CountGet(bool isHit) => Gets.Add(1, isHit ? Hit : Miss);

    public static void CountEnd(string outcome)
    {
        if (Ends.Enabled) Ends.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
    }

    public static void RecordBatch(int elements) => BatchSize.Record(elements);
}
