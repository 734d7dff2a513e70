using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>What a child did between two lines that say that everything before has come to its end: commits, a checkout, or a compaction.</summary>
internal sealed class ChildStep
{
    public List<Intention> Intentions { get; } = [];

    /// <summary>The revisions of the commits that were acknowledged.</summary>
    public Dictionary<Guid, long> Done { get; } = [];

    /// <summary>The commits of which it was acknowledged that they did not take place.</summary>
    public HashSet<Guid> Refused { get; } = [];

    /// <summary>Where a checkout goes.</summary>
    public long? Target { get; set; }

    /// <summary>What a compaction takes away.</summary>
    public long? Through { get; set; }

    /// <summary>Whether the checkout or the compaction was acknowledged.</summary>
    public bool IsDone { get; set; }
}
