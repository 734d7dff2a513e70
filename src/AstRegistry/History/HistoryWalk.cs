using AstRegistry.Codec;

namespace AstRegistry.History;

/// <summary>One walk through a history, and what it found.</summary>
internal sealed class HistoryWalk(HistoryHead head)
{
    private ChainHash? _last = head.CompactedRevision == 0 ? ChainHash.Zero : null;

    public HistoryHead Head => head;

    public long Versions { get; private set; }

    public long LastSound { get; private set; } = head.CompactedRevision;

    public List<HistoryFinding> Findings { get; } = [];

    public async ValueTask ReadVersionsAsync(IRegistryHistory history, string registry, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var version in history.ReadAsync(registry, head.CompactedRevision, head.Revision, cancellationToken).ConfigureAwait(false))
            {
                if (FaultOf(version) is { } finding)
                {
                    Findings.Add(finding);
                    return;
                }

                LastSound = version.Version.Revision;
                _last = version.Hash;
                Versions++;
            }
        }
        catch (HistoryException exception) when (exception.Fault is HistoryFault.Corrupt or HistoryFault.NewerFormat or HistoryFault.Foreign)
        {
            Findings.Add(new(LastSound + 1, exception.Fault, Invariant($"Version {LastSound + 1}: {exception.Message}")));
            return;
        }

        CheckHead();
    }

    public async ValueTask ReadCheckpointsAsync(IRegistryHistory history, string registry, CancellationToken cancellationToken)
    {
        foreach (var revision in await history.ListCheckpointsAsync(registry, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                var checkpoint = await history.ReadCheckpointAsync(registry, revision, cancellationToken).ConfigureAwait(false);
                if (checkpoint is null) continue;
                var found = CheckpointCodec.Decode(checkpoint.Data.Span).Revision;
                if (found != revision) Findings.Add(new(revision, HistoryFault.Corrupt, Invariant($"The checkpoint of version {revision} holds version {found}.")));
            }
            catch (HistoryException exception) when (exception.Fault is HistoryFault.Corrupt or HistoryFault.NewerFormat or HistoryFault.Foreign)
            {
                Findings.Add(new(revision, exception.Fault, Invariant($"The checkpoint of version {revision}: {exception.Message}")));
            }
        }
    }

    private HistoryFinding? FaultOf(HistoryVersion version)
    {
        var (revision, wanted) = (version.Version.Revision, LastSound + 1);
        if (revision != wanted) return new(wanted, HistoryFault.Shortfall, Invariant($"Version {wanted} is missing: version {revision} comes in its place."));
        if (version.Version.Parent < 0 || version.Version.Parent >= revision) return Corrupt(revision, Invariant($"its parent {version.Version.Parent} does not lie before it"));
        if (_last is { } last && !HistoryChain.Verify(last, version)) return Corrupt(revision, "its hash does not follow from the version before and its content");
        try
        {
            var count = ChangeSetCodec.Decode(version.Changes.Span).Count;
            return count == version.Version.OperationCount ? null : Corrupt(revision, Invariant($"it should have {version.Version.OperationCount} operations and has {count}"));
        }
        catch (HistoryException exception)
        {
            return new(revision, exception.Fault, Invariant($"Version {revision}: {exception.Message}"));
        }
    }

    private void CheckHead()
    {
        if (LastSound != head.Revision) Findings.Add(new(LastSound + 1, HistoryFault.Shortfall, Invariant($"Versions {LastSound + 1} to {head.Revision} are missing.")));
        else if (_last is { } last && last != head.Hash) Findings.Add(Corrupt(head.Revision, Invariant($"its hash {last} is not that of the head, {head.Hash}")));
    }

    private static HistoryFinding Corrupt(long revision, string reason) => new(revision, HistoryFault.Corrupt, Invariant($"Version {revision} is damaged: {reason}."));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
