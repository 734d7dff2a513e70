using System.Collections.Immutable;
using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>A version as it has to be.</summary>
/// <param name="Revision">Its revision.</param>
/// <param name="Parent">The revision that it was made from.</param>
/// <param name="CommitId">The commit that made it.</param>
/// <param name="Entries">The values by the ids of all entries.</param>
internal sealed record ModelVersion(long Revision, long Parent, Guid CommitId, ImmutableDictionary<string, string> Entries)
{
    public static ModelVersion Root { get; } = new(0, -1, Guid.Empty, ImmutableDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>The version that an intention makes of this one; null where it does not fit.</summary>
    public ModelVersion? After(Intention intention, long revision)
    {
        var entries = Entries;
        foreach (var change in intention.Changes)
        {
            if ((change.Kind == RegistryOperationKind.Create) == entries.ContainsKey(change.Id)) return null;
            entries = change.Kind == RegistryOperationKind.Delete ? entries.Remove(change.Id) : entries.SetItem(change.Id, change.Value);
        }

        return new(revision, Revision, intention.CommitId, entries);
    }

    /// <summary>What a snapshot shows otherwise; null where it shows exactly this.</summary>
    public string? DifferenceTo(RegistrySnapshot snapshot)
    {
        foreach (var entry in snapshot.Entries)
        {
            var id = entry.Id.ToString();
            if (!Entries.TryGetValue(id, out var value)) return $"'{id}' is there";
            if (!entry.Equals(Change.EntryOf(id, value))) return $"'{id}' is {entry.Data} instead of {value}";
        }

        return snapshot.Count == Entries.Count ? null : $"'{Entries.Keys.First(id => !snapshot.TryGet(id, out _))}' is missing";
    }
}
