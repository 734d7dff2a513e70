using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Crash;

/// <summary>What a child does, step after step: each is said before it is begun, and its end when it is acknowledged.</summary>
internal sealed class Life(VersionedRegistry registry, ChildOptions options, Wire wire, CrashPoints points)
{
    private const int StepsBeforeClosing = 4;
    private const int VersionsToKeep = 12;

    private readonly Random _random = new(options.Seed);
    private readonly ChangeMaker _changes = new(registry, options.Seed);

    public async Task RunAsync()
    {
        for (var step = 0; options.Stop != CrashPoint.InClosing || step < StepsBeforeClosing; step++)
        {
            wire.Say(Verb.Step);
            await TakeStepAsync(step);
        }
    }

    private Task TakeStepAsync(int step)
    {
        if (step == 0 || options.Fault != ChildFault.None) return CommitAsync([_changes.Any()]);
        return options.Stop switch
        {
            CrashPoint.BeforeCompaction or CrashPoint.InCompaction or CrashPoint.AfterCompaction => CompactAsync(),
            CrashPoint.BeforeMove or CrashPoint.InMove or CrashPoint.AfterMove => CheckoutAsync(),
            _ => TakeAnyStepAsync(),
        };
    }

    private Task TakeAnyStepAsync() => _random.Next(100) switch
    {
        < 50 => CommitAsync([_changes.Any()]),
        < 60 => CommitAsync([_changes.Refusable()]),
        < 80 => CommitAsync(_changes.Together()),
        < 95 => CheckoutAsync(),
        _ => CompactAsync(),
    };

    /// <summary>Commits that wait at the same time, so that the registry may append them together.</summary>
    private Task CommitAsync(IReadOnlyList<Intention> intentions)
    {
        foreach (var intention in intentions) wire.Say(Verb.Intend, intention);
        return Task.WhenAll(intentions.Select(CommitAsync));
    }

    private async Task CommitAsync(Intention intention)
    {
        await points.ReachAsync(CrashPoint.BeforeCommit);
        var changes = intention.ToChangeSet(options.Fault == ChildFault.CommitsHalf ? Math.Max(1, intention.Changes.Length - 1) : intention.Changes.Length);
        var outcome = await PatientlyAsync(() => registry.CommitAsync(changes, new() { CommitId = intention.CommitId, Actor = "child" }));
        if (outcome is CommitOutcome.Committed committed) wire.Say(Verb.Done, intention.CommitId, committed.Version.Revision);
        else if (outcome is CommitOutcome.Rejected) wire.Say(Verb.Refused, intention.CommitId);
        else throw new InvalidOperationException($"{intention} came to {outcome}.");
    }

    /// <summary>To any version that is left, or, where only the current one is, a commit.</summary>
    private async Task CheckoutAsync()
    {
        var head = registry.Head;
        var target = _random.NextInt64(head.CompactedRevision + 1, head.Revision + 1);
        if (target == head.Current)
        {
            await CommitAsync([_changes.Any()]);
            return;
        }

        wire.Say(Verb.Go, target);
        var outcome = await PatientlyAsync(() => registry.CheckoutAsync(target));
        if (!outcome.IsCommitted) throw new InvalidOperationException($"The checkout of {target} came to {outcome}.");
        wire.Say(Verb.Gone, target);
    }

    /// <summary>Takes away what is older than some versions before the current one; where nothing is, commits.</summary>
    private async Task CompactAsync()
    {
        var through = registry.Current.Revision - VersionsToKeep;
        if (through <= registry.Head.CompactedRevision)
        {
            await CommitAsync([_changes.Any()]);
            return;
        }

        wire.Say(Verb.Compact, through);
        await PatientlyAsync(async () =>
        {
            await registry.CompactAsync(through);
            return true;
        });
        wire.Say(Verb.Compacted, through);
    }

    /// <summary>Again and again, when a server was away for too long.</summary>
    private async Task<T> PatientlyAsync<T>(Func<Task<T>> act)
    {
        while (true)
        {
            try
            {
                return await act();
            }
            catch (HistoryException exception) when (exception.Fault == HistoryFault.Unavailable)
            {
                wire.Say(Verb.Failed, exception.Fault);
            }
        }
    }
}
