using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>What a registry has to be after all that its clients did, by the plainest reading of what they said; and what it is otherwise.</summary>
internal sealed partial class CrashModel
{
    private readonly SortedDictionary<long, ModelVersion> _versions = new() { [0] = ModelVersion.Root };

    /// <summary>What is wrong; nothing is checked any more when something is.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>The versions that are left.</summary>
    public IEnumerable<ModelVersion> Versions => _versions.Values;

    /// <summary>The version that the registry shows.</summary>
    public ModelVersion Current { get; private set; } = ModelVersion.Root;

    /// <summary>The last revision.</summary>
    public long Revision { get; private set; }

    /// <summary>The revision through which all was taken away.</summary>
    public long Compacted { get; private set; }

    /// <summary>The commits of the last child that were neither acknowledged nor refused, each with the revision that it made all the same, or null.</summary>
    public List<(Intention Intention, long? Revision)> InFlight { get; } = [];

    /// <summary>How many commits were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>
    /// Takes over what children said, one after another. What the last one did not see acknowledged may have taken place or not: the registry
    /// decides, but for all of it.
    /// </summary>
    public void Take(IReadOnlyList<ChildLog> logs, HistoryHead head, VersionTree tree)
    {
        InFlight.Clear();
        var there = new Dictionary<Guid, long>();
        for (var revision = head.CompactedRevision + 1; revision <= head.Revision; revision++)
        {
            if (tree.TryGet(revision, out var version)) there[version.CommitId] = revision;
        }

        foreach (var step in logs.SelectMany(static log => log.Steps))
        {
            TakeCommits(step, head, there);
            if (step.Target is { } target && (step.IsDone || head.Current == target)) GoTo(target);
            if (step.Through is { } through && (step.IsDone || head.CompactedRevision == through)) Compact(through);
        }

        Compare(head, tree);
    }

    /// <summary>A commit has made a version of the current one.</summary>
    public void Commit(Intention intention, long revision)
    {
        if (Current.After(intention, revision) is not { } version)
        {
            Violations.Add($"Revision {revision} does not fit the entries of {Current.Revision}, from which it was made.");
            return;
        }

        Current = _versions[revision] = version;
        Revision = Math.Max(Revision, revision);
        if (intention.IsWitnessed) _witnessed.Add(revision);
    }

    /// <summary>Holds the versions to those that have to be there.</summary>
    public void Compare(HistoryHead head, VersionTree tree)
    {
        if ((head.Revision, head.Current, head.CompactedRevision) != (Revision, Current.Revision, Compacted))
        {
            Violations.Add($"The head is {head}; it should be of revision {Revision}, current {Current.Revision}, compacted through {Compacted}.");
        }

        for (var revision = Compacted + 1; revision <= Math.Max(Revision, head.Revision); revision++)
        {
            var expected = _versions.GetValueOrDefault(revision);
            var actual = tree.TryGet(revision, out var version) ? version : null;
            if (expected?.CommitId != actual?.CommitId) Violations.Add($"Revision {revision} was made by the commit {actual?.CommitId} instead of {expected?.CommitId}.");
            else if (expected?.Parent != actual?.Parent) Violations.Add($"Revision {revision} was made from {actual?.Parent} instead of {expected?.Parent}.");
        }
    }

    private void TakeCommits(ChildStep step, HistoryHead head, Dictionary<Guid, long> there)
    {
        var made = new List<(long Revision, Intention Intention)>();
        foreach (var intention in step.Intentions)
        {
            var id = intention.CommitId;
            long? found = there.TryGetValue(id, out var revision) ? revision : null;
            var claimed = step.Done.TryGetValue(id, out var acknowledged) ? acknowledged : (long?)null;
            if (claimed is not null) Acknowledged++;
            if (claimed > head.CompactedRevision && found != claimed) Violations.Add($"The acknowledged commit {id} of revision {claimed} is lost.");
            if (intention.IsWrong && (claimed ?? found) is { } wrong) Violations.Add($"The commit {id} is one that a handler refuses, and made revision {wrong}.");
            if (claimed is null && !step.Refused.Contains(id)) InFlight.Add((intention, found));
            if ((claimed ?? found) is { } one) made.Add((one, intention));
        }

        foreach (var (revision, intention) in made.OrderBy(static version => version.Revision)) Commit(intention, revision);
    }

    private void GoTo(long target)
    {
        if (_versions.TryGetValue(target, out var version)) Current = version;
        else Violations.Add($"The registry went to {target}, which is not there.");
    }

    private void Compact(long through)
    {
        Compacted = through;
        foreach (var revision in _versions.Keys.TakeWhile(revision => revision <= through).ToArray()) _versions.Remove(revision);
    }
}
