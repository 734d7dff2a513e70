using AstRegistry.History;

namespace AstRegistry.Registry;

/// <summary>Holds versions that are read to the chain of their hashes.</summary>
/// <param name="registry">The registry.</param>
/// <param name="after">The revision before the first.</param>
/// <param name="hash">The hash of that revision; null where it was compacted away.</param>
internal sealed class ChainReader(string registry, long after, ChainHash? hash)
{
    private long _revision = after;
    private ChainHash? _hash = hash;

    /// <exception cref="HistoryException">The version is not the next one, or another than was appended.</exception>
    public void Add(HistoryVersion version)
    {
        if (version.Version.Revision != _revision + 1) throw Shortfall(_revision + 1);
        if (_hash is { } last && !HistoryChain.Verify(last, version))
        {
            throw new HistoryException(HistoryFault.Corrupt, FormattableString.Invariant($"Version {version.Version.Revision} of '{registry}' is damaged: its hash does not follow from the version before and its content. Verify the history with {nameof(HistoryVerifier)}."));
        }

        _revision = version.Version.Revision;
        _hash = version.Hash;
    }

    /// <exception cref="HistoryException">The last version is not that of the head.</exception>
    public void End(HistoryHead head)
    {
        if (_revision != head.Revision) throw Shortfall(_revision + 1);
        if (_hash is { } last && last != head.Hash) throw new HistoryException(HistoryFault.Corrupt, FormattableString.Invariant($"The head of '{registry}' says that version {head.Revision} has the hash {head.Hash}, but it has {last}. Verify the history with {nameof(HistoryVerifier)}."));
    }

    private HistoryException Shortfall(long revision) =>
        new(HistoryFault.Shortfall, FormattableString.Invariant($"Version {revision} of '{registry}' is missing, though the history acknowledged it. Verify the history with {nameof(HistoryVerifier)}."));
}
