using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Crash.Histories;

/// <summary>Reaches a place before, in and after everything that changes the storage.</summary>
internal sealed class AnnouncingHistory(IRegistryHistory inner, CrashPoints points) : DelegatingHistory(inner)
{
    public override async ValueTask<AppendOutcome> AppendAsync(
        string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions, CancellationToken cancellationToken = default)
    {
        await points.ReachAsync(CrashPoint.BeforeAppend);
        await points.ReachAsync(CrashPoint.InAppend);
        var outcome = await Inner.AppendAsync(registry, expected, versions, cancellationToken);
        await points.ReachAsync(CrashPoint.AfterAppend);
        return outcome;
    }

    public override async ValueTask<AppendOutcome> MoveAsync(string registry, HistoryHead expected, long current, CancellationToken cancellationToken = default)
    {
        await points.ReachAsync(CrashPoint.BeforeMove);
        await points.ReachAsync(CrashPoint.InMove);
        var outcome = await Inner.MoveAsync(registry, expected, current, cancellationToken);
        await points.ReachAsync(CrashPoint.AfterMove);
        return outcome;
    }

    public override async ValueTask WriteCheckpointAsync(string registry, HistoryCheckpoint checkpoint, CancellationToken cancellationToken = default)
    {
        await points.ReachAsync(CrashPoint.BeforeCheckpoint);
        await points.ReachAsync(CrashPoint.InCheckpoint);
        await Inner.WriteCheckpointAsync(registry, checkpoint, cancellationToken);
        await points.ReachAsync(CrashPoint.AfterCheckpoint);
    }

    public override async ValueTask CompactAsync(string registry, long through, IReadOnlyCollection<long> keep, CancellationToken cancellationToken = default)
    {
        await points.ReachAsync(CrashPoint.BeforeCompaction);
        await points.ReachAsync(CrashPoint.InCompaction);
        await Inner.CompactAsync(registry, through, keep, cancellationToken);
        await points.ReachAsync(CrashPoint.AfterCompaction);
    }

    public override async ValueTask AcknowledgeAsync(string registry, string participant, long revision, CancellationToken cancellationToken = default)
    {
        await points.ReachAsync(CrashPoint.BeforeNote);
        await Inner.AcknowledgeAsync(registry, participant, revision, cancellationToken);
        await points.ReachAsync(CrashPoint.AfterNote);
    }
}
