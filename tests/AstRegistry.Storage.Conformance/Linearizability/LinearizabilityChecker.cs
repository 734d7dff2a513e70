namespace AstRegistry.Storage.Conformance.Linearizability;

/// <summary>
/// Tells whether what clients saw can be explained by commits and reads that took place one after another, each at some moment between its
/// beginning and its return.
/// </summary>
/// <remarks>
/// A search for such an order is exponential in general. Here the registry itself claims one, by the revisions that it gives, so that the claim
/// only has to be checked: the order of revisions contradicts no order in time; each commit fits the state before it; each read shows a revision
/// that could be current meanwhile, and its content; each conflict was exactly that at some such revision. O(n log n) for n observations.
/// Where several registries share a history, <see cref="RevisionBounds"/> says what their reads are held to.
/// </remarks>
internal static class LinearizabilityChecker
{
    private const int MaxViolations = 20;

    /// <summary>What cannot be explained; empty for a linearizable history.</summary>
    public static IReadOnlyList<string> Check(IReadOnlyCollection<Observation> observations)
    {
        var violations = new List<string>();
        var commits = observations.OfType<CommitObservation>().Where(static commit => commit.Revision > 0).OrderBy(static commit => commit.Revision).ToArray();
        var model = new ModelHistory();
        CheckOrder(commits, violations);
        foreach (var commit in commits)
        {
            if (!model.Apply(commit.Changes, commit.Revision)) violations.Add($"The commit of revision {commit.Revision} by client {commit.Client} does not fit the state before it.");
        }

        var bounds = new RevisionBounds(observations);
        var isShared = observations.DistinctBy(static seen => seen.Site).Count() > 1;
        foreach (var seen in observations)
        {
            if (seen is ReadObservation read) CheckRead(read, bounds, model, violations);
            else if (seen is CommitObservation { Outcome: CommitOutcome.Conflict conflict } commit) CheckConflict(commit, conflict, isShared, bounds, model, violations);
        }

        return [.. violations.Take(MaxViolations)];
    }

    /// <summary>Revisions are 1, 2, 3 …, and no commit that returned before another began has the higher one.</summary>
    private static void CheckOrder(CommitObservation[] commits, List<string> violations)
    {
        var latestBegin = long.MinValue;
        for (var i = 0; i < commits.Length; i++)
        {
            if (commits[i].Revision != i + 1) violations.Add($"Revision {i + 1} was given to nobody, or twice: {commits[i].Revision} stands in its place.");
            if (commits[i].Returned < latestBegin) violations.Add($"Revision {commits[i].Revision} returned before a lower one began.");
            latestBegin = Math.Max(latestBegin, commits[i].Began);
        }
    }

    private static void CheckRead(ReadObservation read, RevisionBounds bounds, ModelHistory model, List<string> violations)
    {
        var (low, high) = bounds.Of(read);
        if (read.Revision < low || read.Revision > high)
        {
            violations.Add($"Client {read.Client} saw revision {read.Revision} while only {low} to {high} could be current.");
            return;
        }

        foreach (var (id, entry) in read.Seen)
        {
            if (!Equals(entry, model.At(id, read.Revision))) violations.Add($"Client {read.Client} saw '{id}' at revision {read.Revision} as it never was.");
        }
    }

    /// <summary>One without keys says that other registries were faster each time, which cannot be if there are none.</summary>
    private static void CheckConflict(
        CommitObservation commit, CommitOutcome.Conflict conflict, bool isShared, RevisionBounds bounds, ModelHistory model, List<string> violations)
    {
        if (conflict.Keys.Count == 0 && isShared) return;
        var keys = conflict.Keys.Select(static key => key.Id).ToHashSet();
        var (low, high) = bounds.Of(commit);
        for (var revision = low; revision <= high; revision++)
        {
            if (keys.Count > 0 && model.UnfitAt(commit.Changes, revision).SetEquals(keys)) return;
        }

        violations.Add($"Client {commit.Client} was told of a conflict over {keys.Count} entries, which is none at any revision from {low} to {high}.");
    }
}
