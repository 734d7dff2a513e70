using System.Collections.Immutable;

namespace AstRegistry.Runtime.Tests.Simulation;

/// <summary>What has to be true: the entries of each durable version, by the plainest reading of the change sets that were submitted.</summary>
internal sealed class Model
{
    private readonly Dictionary<long, ImmutableDictionary<EntryId, RegistryEntry>> _states = new() { [0] = ImmutableDictionary<EntryId, RegistryEntry>.Empty };
    private readonly Dictionary<Guid, long> _durable = [];

    public Dictionary<Guid, ChangeSet> Submitted { get; } = [];

    public long Current { get; private set; }

    public long Latest { get; private set; }

    public List<string> Violations { get; } = [];

    public ImmutableDictionary<EntryId, RegistryEntry> State => _states[Current];

    public ImmutableDictionary<EntryId, RegistryEntry> At(long revision) => _states[revision];

    public long? RevisionOf(Guid commitId) => _durable.TryGetValue(commitId, out var revision) ? revision : null;

    /// <summary>The durable versions with an operation on a kind.</summary>
    public IEnumerable<long> RevisionsOf(string kind) => _durable
        .Where(commit => Submitted[commit.Key].Any(operation => (operation.Entry ?? operation.Original)!.Kind == kind))
        .Select(static commit => commit.Value).Order();

    public void Append(IEnumerable<RegistryVersion> versions)
    {
        foreach (var version in versions)
        {
            if (version.Revision != Latest + 1) Violations.Add($"Version {version.Revision} follows {Latest}.");
            if (version.Parent != Current) Violations.Add($"{version} was made from {version.Parent} while {Current} was current.");
            if (!_durable.TryAdd(version.CommitId, version.Revision)) Violations.Add($"{version} does a commit once more.");
            if (Apply(_states[version.Parent], Submitted[version.CommitId]) is { } state) _states[version.Revision] = state;
            else Violations.Add($"{version} does not fit its parent.");
            Current = Latest = version.Revision;
        }
    }

    public void Move(long revision) => Current = revision;

    /// <summary>Whether a change set would have been a conflict in some version that may have been current.</summary>
    public bool CanConflict(ChangeSet changes) => _states.Values.Any(state => Apply(state, changes) is null);

    /// <summary>What is wrong with a snapshot that shows a version.</summary>
    public string? FaultOf(RegistrySnapshot snapshot, long revision)
    {
        if (snapshot.Revision != revision) return $"shows {snapshot.Revision} instead of {revision}";
        var state = _states[revision];
        return snapshot.Count == state.Count && snapshot.Entries.All(entry => entry.Equals(state.GetValueOrDefault(entry.Id)))
            ? null
            : $"shows other entries at {revision} than were committed";
    }

    private static ImmutableDictionary<EntryId, RegistryEntry>? Apply(ImmutableDictionary<EntryId, RegistryEntry> state, ChangeSet changes)
    {
        foreach (var operation in changes)
        {
            var before = state.GetValueOrDefault(operation.Id);
            if ((operation.Kind == RegistryOperationKind.Create) != (before is null)) return null;
            if (operation.Original is { } original && !original.Equals(before)) return null;
            state = operation.Entry is { } entry ? state.SetItem(operation.Id, entry) : state.Remove(operation.Id);
        }

        return state;
    }
}
