namespace AstRegistry.Registry;

/// <summary>What a registry shows, and where its history stands: replaced as a whole. Immutable.</summary>
internal sealed record RegistryState(RegistrySnapshot Snapshot, VersionTree Versions, HistoryHead Head)
{
    /// <exception cref="CompactedException">The version was compacted away.</exception>
    /// <exception cref="UnknownVersionException">There is none.</exception>
    public RegistryVersion VersionOf(long revision)
    {
        if (Head.CompactedRevision > 0 && revision >= 0 && revision <= Head.CompactedRevision) throw new CompactedException(revision, Head.CompactedRevision);
        return Versions[revision];
    }
}
