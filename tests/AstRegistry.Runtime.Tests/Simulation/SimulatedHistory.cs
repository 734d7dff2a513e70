using AstRegistry.Runtime.Tests.Registry;

namespace AstRegistry.Runtime.Tests.Simulation;

/// <summary>A disk that takes its time: what is written waits at a gate, fails or not as the schedule says, and outlives the process.</summary>
internal sealed class SimulatedHistory(IRegistryHistory disk, Simulator simulator, Model model) : HistoryProxy(disk)
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    public override async ValueTask<AppendOutcome> AppendAsync(string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions, CancellationToken cancellationToken = default)
    {
        var choice = await WaitAsync(FormattableString.Invariant($"append {versions[0].Version.Revision}..{versions[^1].Version.Revision}"));
        var outcome = await base.AppendAsync(registry, expected, versions, CancellationToken.None);
        if (outcome.IsAppended) model.Append(versions.Select(static version => version.Version));
        await EndAsync(choice);
        return outcome;
    }

    public override async ValueTask<AppendOutcome> MoveAsync(string registry, HistoryHead expected, long current, CancellationToken cancellationToken = default)
    {
        var choice = await WaitAsync(FormattableString.Invariant($"move to {current}"));
        var outcome = await base.MoveAsync(registry, expected, current, CancellationToken.None);
        if (outcome.IsAppended) model.Move(current);
        await EndAsync(choice);
        return outcome;
    }

    private async Task<GateChoice> WaitAsync(string name)
    {
        var choice = await simulator.Open(name).Choice;
        return choice == GateChoice.Refuse ? throw new HistoryException(HistoryFault.Unavailable, "The simulated disk fails.") : choice;
    }

    private static Task EndAsync(GateChoice choice) => choice == GateChoice.ProceedAndCrash ? Never : Task.CompletedTask;
}
