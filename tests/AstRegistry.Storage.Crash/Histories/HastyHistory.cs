namespace AstRegistry.Storage.Crash.Histories;

/// <summary>Notes that a participant has seen a version as soon as it is appended.</summary>
internal sealed class HastyHistory(IRegistryHistory inner, string participant) : DelegatingHistory(inner)
{
    public override async ValueTask<AppendOutcome> AppendAsync(
        string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions, CancellationToken cancellationToken = default)
    {
        var outcome = await Inner.AppendAsync(registry, expected, versions, cancellationToken);
        await Inner.AcknowledgeAsync(registry, participant, outcome.Head.Revision, cancellationToken);
        return outcome;
    }
}
