namespace AstRegistry.Storage.Conformance.Linearizability;

/// <summary>What each entry was at each revision, by the plainest reading of change sets: nothing of the product's own is used.</summary>
internal sealed class ModelHistory
{
    private readonly Dictionary<EntryId, List<(long Revision, RegistryEntry? Entry)>> _entries = [];

    /// <summary>The entry as of a revision.</summary>
    public RegistryEntry? At(EntryId id, long revision)
    {
        if (!_entries.TryGetValue(id, out var states)) return null;
        var (low, high) = (0, states.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (states[middle].Revision <= revision) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? null : states[low - 1].Entry;
    }

    /// <summary>The entries of a change set, each of which it changes once, that are not at a revision as it takes for granted.</summary>
    public HashSet<EntryId> UnfitAt(ChangeSet changes, long revision) =>
        [.. changes.Where(operation => !Fits(operation, At(operation.Id, revision))).Select(static operation => operation.Id)];

    /// <summary>Makes the next revision, or returns false where the change set does not fit the one before.</summary>
    public bool Apply(ChangeSet changes, long revision)
    {
        var outcome = new Dictionary<EntryId, RegistryEntry?>();
        foreach (var operation in changes)
        {
            if (!Fits(operation, outcome.TryGetValue(operation.Id, out var changed) ? changed : At(operation.Id, revision - 1))) return false;
            outcome[operation.Id] = operation.Entry;
        }

        foreach (var (id, entry) in outcome)
        {
            if (!_entries.TryGetValue(id, out var states)) _entries[id] = states = [];
            states.Add((revision, entry));
        }

        return true;
    }

    private static bool Fits(RegistryOperation operation, RegistryEntry? before) =>
        (operation.Kind == RegistryOperationKind.Create) == (before is null) && (operation.Original is not { } original || original.Equals(before));
}
