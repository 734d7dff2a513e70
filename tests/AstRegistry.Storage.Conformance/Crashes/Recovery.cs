using AstRegistry.Storage.Crash;
using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>Opens what a killed child has left, holds it to the model, repeats what was in flight, and commits something.</summary>
internal sealed class Recovery(CrashStore store, CrashModel model, int seed)
{
    private const int OldVersions = 3;

    private readonly Random _random = new(seed);
    private long _seen;

    public async Task RunAsync(IReadOnlyList<ChildLog> logs, CancellationToken cancellationToken)
    {
        await store.SettleAsync(cancellationToken);
        try
        {
            await using var registry = await OpenAsync(cancellationToken);
            model.Take(logs, registry.Head, registry.Versions);
            await HoldAsync(registry, cancellationToken);
            foreach (var log in logs) model.Hear(log.Told);
            await RepeatAsync(registry, cancellationToken);
            await CommitAsync(registry, NextIntention(registry), null, cancellationToken);
            model.Compare(registry.Head, registry.Versions);
        }
        catch (HistoryException exception)
        {
            model.Violations.Add($"The history failed: {exception.Fault}: {exception.Message}");
        }
    }

    /// <summary>Holds every version that is left to the model, and lets the durable handler hear what it has not heard.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await using var registry = await OpenAsync(cancellationToken);
        foreach (var version in model.Versions.Where(static version => version.Revision > 0)) await CompareAsync(registry, version, cancellationToken);
        var told = new List<long>();
        registry.Handle(Witness.Name, Witness.Kinds, new Listener(told), Witness.Options);
        await CommitAsync(registry, NextIntention(registry), null, cancellationToken);
        model.Hear(told);
        model.EndTelling();
    }

    private async Task<VersionedRegistry> OpenAsync(CancellationToken cancellationToken)
    {
        var history = await store.OpenAsync(cancellationToken);
        try
        {
            var registry = await VersionedRegistry.OpenAsync(new() { Name = ChildRegistry.Name, History = history, OwnsHistory = true, FollowsOthers = false, SnapshotInterval = 8 }, cancellationToken);
            registry.Handle(Judge.Name, Judge.Kinds, Judge.HandleAsync);
            return registry;
        }
        catch
        {
            await history.DisposeAsync();
            throw;
        }
    }

    /// <summary>The chain of hashes, what is shown against a replay, the new versions, and some old ones.</summary>
    private async Task HoldAsync(VersionedRegistry registry, CancellationToken cancellationToken)
    {
        if (model.Violations.Count > 0) return;
        var report = await registry.VerifyAsync(cancellationToken);
        if (!report.IsSound) model.Violations.Add(report.ToString());
        var versions = model.Versions.Where(static version => version.Revision > 0).ToArray();
        var old = versions.Length == 0 ? [] : _random.GetItems(versions, OldVersions);
        foreach (var version in versions.Where(version => version.Revision > _seen).Concat(old)) await CompareAsync(registry, version, cancellationToken);
        if (model.Current.DifferenceTo(registry.Current) is { } difference) model.Violations.Add($"The registry shows revision {registry.Current.Revision} as it never was: {difference}.");
        _seen = model.Revision;
    }

    private async Task CompareAsync(VersionedRegistry registry, ModelVersion version, CancellationToken cancellationToken)
    {
        var snapshot = await registry.LoadStateAsync(version.Revision, cancellationToken);
        if (version.DifferenceTo(snapshot) is { } difference) model.Violations.Add($"Revision {version.Revision} is not what the commit {version.CommitId} made: {difference}.");
    }

    /// <summary>Twice each: the first time it may make a version, if it made none before; the second time never. What is refused stays refused.</summary>
    private async Task RepeatAsync(VersionedRegistry registry, CancellationToken cancellationToken)
    {
        if (model.Violations.Count > 0) return;
        foreach (var (intention, made) in model.InFlight)
        {
            if (intention.IsWrong)
            {
                var outcome = await CommitAsync(registry, intention, cancellationToken);
                if (outcome is not CommitOutcome.Rejected) model.Violations.Add($"The commit {intention.CommitId} came to {outcome} instead of being refused.");
                continue;
            }

            var revision = await CommitAsync(registry, intention, made, cancellationToken);
            await CommitAsync(registry, intention, revision, cancellationToken);
        }
    }

    /// <summary>Commits something that has made the given revision, or none so far.</summary>
    private async Task<long?> CommitAsync(VersionedRegistry registry, Intention intention, long? made, CancellationToken cancellationToken)
    {
        if (model.Violations.Count > 0) return null;
        var expected = made ?? model.Revision + 1;
        var outcome = await CommitAsync(registry, intention, cancellationToken);
        if (outcome is not CommitOutcome.Committed committed || committed.Version.Revision != expected) model.Violations.Add($"The commit {intention.CommitId} came to {outcome} instead of revision {expected}.");
        else if (made is null) model.Commit(intention, expected);
        return expected;
    }

    private static Task<CommitOutcome> CommitAsync(VersionedRegistry registry, Intention intention, CancellationToken cancellationToken) =>
        registry.CommitAsync(intention.ToChangeSet(), new() { CommitId = intention.CommitId, Actor = "parent" }, cancellationToken);

    private static Intention NextIntention(VersionedRegistry registry)
    {
        const string Id = Change.Watched + ":parent";
        var kind = registry.Current.TryGet(Id, out _) ? RegistryOperationKind.Update : RegistryOperationKind.Create;
        return new(Guid.NewGuid(), [new Change(kind, Id, FormattableString.Invariant($"after{registry.Head.Revision}"))]);
    }
}
