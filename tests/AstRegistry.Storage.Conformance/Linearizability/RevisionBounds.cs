namespace AstRegistry.Storage.Conformance.Linearizability;

/// <summary>Which revisions could be current between two ticks.</summary>
/// <remarks>
/// A registry hears of what another one commits to the same history a little later. So a read is held to what its own registry had shown or
/// acknowledged before, and may lag behind the others: reads are sequentially consistent for each registry, and linearizable where there is one.
/// Commits are held to the history itself, which is the same for all.
/// </remarks>
internal sealed class RevisionBounds
{
    private readonly (long Tick, long Revision)[] _known;
    private readonly Dictionary<int, (long Tick, long Revision)[]> _knownAt;
    private readonly (long Tick, long Revision)[] _possible;

    public RevisionBounds(IReadOnlyCollection<Observation> observations)
    {
        _known = Rising(observations.Select(MarkOf));
        _knownAt = observations.GroupBy(static seen => seen.Site).ToDictionary(static site => site.Key, static site => Rising(site.Select(MarkOf)));
        _possible = Rising(observations.OfType<CommitObservation>().Where(static commit => commit.Revision > 0).Select(static commit => (commit.Began, commit.Revision)));
    }

    /// <summary>At least what had been seen before the call began; at most what had begun before it returned.</summary>
    public (long Low, long High) Of(Observation call) => (LastBefore(call is ReadObservation ? _knownAt[call.Site] : _known, call.Began), LastBefore(_possible, call.Returned));

    private static (long Tick, long Revision) MarkOf(Observation seen) =>
        (seen.Returned, seen switch { ReadObservation read => read.Revision, CommitObservation commit => commit.Revision, _ => 0 });

    /// <summary>By tick, each with the highest revision up to then.</summary>
    private static (long Tick, long Revision)[] Rising(IEnumerable<(long Tick, long Revision)> marks)
    {
        var sorted = marks.OrderBy(static mark => mark.Tick).ToArray();
        for (var i = 1; i < sorted.Length; i++) sorted[i].Revision = Math.Max(sorted[i].Revision, sorted[i - 1].Revision);
        return sorted;
    }

    private static long LastBefore((long Tick, long Revision)[] marks, long tick)
    {
        var (low, high) = (0, marks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (marks[middle].Tick < tick) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? 0 : marks[low - 1].Revision;
    }
}
