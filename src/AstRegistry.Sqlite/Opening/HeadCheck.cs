namespace AstRegistry.Sqlite;

/// <summary>The cheap look at a database while it is opened: whether each head and the last version of its registry belong together.</summary>
internal static class HeadCheck
{
    /// <exception cref="EngineException">They do not.</exception>
    public static void Run(EngineConnection connection, IReadOnlyDictionary<string, HistoryHead> heads)
    {
        foreach (var (registry, head) in heads) Run(connection, registry, head);
    }

    private static void Run(EngineConnection connection, string registry, in HistoryHead head)
    {
        if (head.Current > head.Revision || head.CompactedRevision > head.Current || head.Epoch < 1) throw Damage.In($"the head of '{registry}'");
        if (head.Revision == head.CompactedRevision) return;
        var last = VersionRows.Read(connection, registry, head.Revision - 1, head.Revision, 1)[0];
        if (last.Hash != head.Hash) throw Damage.In($"version {head.Revision} of '{registry}'");
    }
}
