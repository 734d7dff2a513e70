namespace AstRegistry.Registry;

/// <summary>Reads where a registry stands: its versions, each checked against the hash before it, then the entries from the nearest checkpoint on.</summary>
internal static class RegistryBoot
{
    private const int Attempts = 5;

    /// <exception cref="HistoryException">The history does not answer, is damaged, or lacks versions that it acknowledged.</exception>
    public static async ValueTask<RegistryState> LoadAsync(RegistryContext context, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var head = await context.History.GetHeadAsync(context.Name, cancellationToken).ConfigureAwait(false);
            if (!context.History.CanRewind) return WithoutPast(head);
            try
            {
                await context.Checkpoints.ListAsync(cancellationToken).ConfigureAwait(false);
                var versions = await ReadVersionsAsync(context, head, cancellationToken).ConfigureAwait(false);
                var snapshot = await context.States.LoadAsync(versions, head.Current, cancellationToken).ConfigureAwait(false);
                return new(snapshot, versions, head);
            }
            catch (CompactedException) when (attempt < Attempts)
            {
                // Another process compacted meanwhile; what is left is read from its new beginning.
            }
        }
    }

    /// <summary>Versions of a tree that begins behind what was compacted away: the parents that are gone stand in it as its roots.</summary>
    public static VersionTree TreeOf(IReadOnlyCollection<RegistryVersion> versions, HistoryHead head)
    {
        if (head.CompactedRevision == 0) return VersionTree.Initial.AddRange(versions);
        var roots = versions.Select(static version => version.Parent).Where(parent => parent <= head.CompactedRevision).Distinct();
        return VersionTree.WithRoots(roots.Select(static revision => revision == 0 ? RegistryVersion.Root : new(revision, -1, DateTimeOffset.UnixEpoch, "", Guid.Empty, 0))).AddRange(versions);
    }

    /// <summary>The versions above those that were compacted away.</summary>
    public static IEnumerable<RegistryVersion> VersionsOf(RegistryState state)
    {
        for (var revision = state.Head.CompactedRevision + 1; revision <= state.Head.Revision; revision++)
        {
            if (state.Versions.TryGet(revision, out var version)) yield return version;
        }
    }

    private static RegistryState WithoutPast(HistoryHead head)
    {
        var root = head.Revision == 0 ? RegistryVersion.Root : new(head.Revision, -1, DateTimeOffset.UnixEpoch, "", Guid.Empty, 0);
        return new(new(root, RegistrySnapshot.Empty.Table), VersionTree.WithRoots(root), head);
    }

    private static async ValueTask<VersionTree> ReadVersionsAsync(RegistryContext context, HistoryHead head, CancellationToken cancellationToken)
    {
        var chain = new ChainReader(context.Name, head.CompactedRevision, head.CompactedRevision == 0 ? ChainHash.Zero : null);
        var versions = new List<RegistryVersion>();
        await foreach (var version in context.Reader.ReadAsync(head.CompactedRevision, head.Revision, cancellationToken).ConfigureAwait(false))
        {
            chain.Add(version);
            versions.Add(version.Version);
        }

        chain.End(head);
        return TreeOf(versions, head);
    }
}
