namespace AstRegistry.Sqlite;

/// <summary>Compares a database with its anchor.</summary>
internal static class AnchorComparison
{
    // A message names so many registries at most.
    private const int MaxNamed = 20;

    private const string WayOut = "Restore the database, its log (-wal) and its anchor from one copy. To go on with what is there, open it once with SqliteHistoryOptions.AllowShortfall.";

    /// <summary>
    /// Why the database must not be used as it is, or null. Without a connection there is no database yet, or an empty file.
    /// </summary>
    public static HistoryException? FaultOf(string path, AnchorContents anchor, IReadOnlyDictionary<string, HistoryHead> heads, EngineConnection? connection)
    {
        var anchorPath = SqliteAnchor.PathFor(path);
        if (!anchor.Exists && heads.Count == 0) return null;
        if (!anchor.Exists) return Fault(HistoryFault.Shortfall, $"The anchor '{anchorPath}' is missing, so nobody can tell whether acknowledged versions are. The database has {NamesOf(heads)}.");
        if (anchor.Fault is not null) return Fault(HistoryFault.Corrupt, $"The anchor '{anchorPath}' is damaged: {anchor.Fault}. So nobody can tell whether acknowledged versions are missing.");
        var known = anchor.Records.ToDictionary(static record => record.Key, static record => record.Entry);
        var faults = new List<string>();
        foreach (var (registry, head) in heads.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            var fault = known.Remove(AnchorSlot.KeyOf(registry), out var entry) ? FaultOf(registry, head, entry, connection) : $"'{registry}' is not in the anchor";
            if (fault is not null) faults.Add(fault);
        }

        faults.AddRange(known.Values.Where(static entry => entry.Epoch > 0).Select(static entry => FormattableString.Invariant($"'{entry.Registry}' was acknowledged through version {entry.Revision} and is not there")));
        return faults.Count == 0 ? null : Fault(HistoryFault.Shortfall, $"Acknowledged versions are missing from the history '{path}': {Join(faults)}.");
    }

    private static string? FaultOf(string registry, in HistoryHead head, in AnchorEntry entry, EngineConnection? connection)
    {
        if (entry.Revision > head.Revision) return FormattableString.Invariant($"'{registry}' was acknowledged through version {entry.Revision} and has {head.Revision}");
        if (entry.Epoch > head.Epoch) return FormattableString.Invariant($"'{registry}' was acknowledged at epoch {entry.Epoch} and is at {head.Epoch}, so that it shows an earlier version than it did");
        return HashAt(registry, head, entry, connection) == entry.Hash ? null : FormattableString.Invariant($"version {entry.Revision} of '{registry}' is another than was acknowledged");
    }

    /// <summary>The hash of the anchored version in the database; where it was compacted away, nobody can tell, and the anchor is believed.</summary>
    private static ChainHash HashAt(string registry, in HistoryHead head, in AnchorEntry entry, EngineConnection? connection)
    {
        if (entry.Revision == head.Revision) return head.Hash;
        if (entry.Revision <= head.CompactedRevision || connection is null) return entry.Hash;
        return VersionRows.Read(connection, registry, entry.Revision - 1, entry.Revision, 1)[0].Hash;
    }

    private static HistoryException Fault(HistoryFault fault, string what) => new(fault, what + " " + WayOut);

    private static string NamesOf(IReadOnlyDictionary<string, HistoryHead> heads) =>
        Join([.. heads.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => FormattableString.Invariant($"'{pair.Key}' through version {pair.Value.Revision}"))]);

    private static string Join(List<string> faults) =>
        string.Join("; ", faults.Take(MaxNamed)) + (faults.Count > MaxNamed ? FormattableString.Invariant($"; and {faults.Count - MaxNamed} more") : "");
}
