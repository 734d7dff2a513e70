using Microsoft.Extensions.Time.Testing;

namespace AstRegistry.Runtime.Tests.Simulation;

/// <summary>
/// A random schedule over a registry whose clock, disk and handler it holds in hand: commits and checkouts, cancelled at any moment; votes of every
/// kind, or none; a disk that fails; processes that end. After each step what the registry shows is held to a model. One seed is one schedule and
/// one trace.
/// </summary>
internal sealed class Schedule : IDisposable
{
    public const string Handled = "sim.handled";

    private const int Steps = 24;
    private const int MostCancellable = 4;
    private const string Name = "sim";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly EntryId[] Ids = [.. Enumerable.Range(0, 6).Select(static i => new EntryId(i < 3 ? "a" : "b", FormattableString.Invariant($"e{i}")))];

    private readonly Random _random;
    private readonly FakeTimeProvider _clock = new();
    private readonly MemoryHistory _disk = new();
    private readonly Model _model = new();
    private readonly List<SimulatedCommit> _commits = [];
    private readonly List<string> _trace = [];
    private readonly List<long> _delivered = [];
    private Simulator _simulator = new();
    private SimulatedHandler _handler;
    private VersionedRegistry _registry = null!;

    /// <summary>The first commit of the process at work: those of earlier ones were answered, or ended with their process.</summary>
    private int _firstOfProcess;
    private int _checkouts;

    public Schedule(int seed)
    {
        _random = new(seed);
        _handler = new(_simulator);
    }

    private IEnumerable<SimulatedCommit> OfProcess => _commits.Skip(_firstOfProcess);

    /// <summary>Runs the schedule, and gives what happened and what should not have.</summary>
    public async Task<(IReadOnlyList<string> Trace, IReadOnlyList<string> Violations)> RunAsync()
    {
        await OpenAsync();
        for (var step = 0; step < Steps; step++)
        {
            await StepAsync();
            Check();
        }

        while (_simulator.Gate is { } gate) await ReleaseAsync(gate, GateChoice.Proceed);
        await EndProcessAsync();
        await _registry.DisposeAsync();
        await OpenAsync();
        await _registry.DisposeAsync();
        CheckDeliveries();
        return (_trace, _model.Violations);
    }

    public void Dispose()
    {
        foreach (var commit in _commits) commit.Dispose();
    }

    private Task StepAsync()
    {
        var roll = _random.Next(100);
        if (roll < 5) return CrashAsync();
        if (roll < 13) return CancelAsync();
        if (roll < 20) return AdvanceAsync();
        if (_simulator.Gate is not { } gate) return roll < 30 ? CheckoutAsync() : SubmitAsync();
        return roll < 40 ? SubmitAsync() : ReleaseAsync(gate, ChoiceFor(gate));
    }

    private GateChoice ChoiceFor(Gate gate) => (_random.Next(12), gate.IsHandler) switch
    {
        (0 or 1, _) => GateChoice.Refuse,
        (2, true) => GateChoice.Throw,
        (3, true) => GateChoice.AcceptTwice,
        (2, false) => GateChoice.ProceedAndCrash,
        _ => GateChoice.Proceed,
    };

    private Task SubmitAsync()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        var commit = new SimulatedCommit(_commits.Count, new(bytes), RandomChanges());
        _model.Submitted[commit.Id] = commit.Changes;
        _commits.Add(commit);
        _trace.Add($"commit {commit.Number}: {string.Join(", ", commit.Changes)}");
        commit.Outcome = _registry.CommitAsync(commit.Changes, new() { CommitId = commit.Id, Actor = "simulation" }, commit.Token);
        return SettleAsync();
    }

    /// <summary>A commit in the form of a checkout: it asks handlers and moves the head, and makes no version.</summary>
    private async Task CheckoutAsync()
    {
        var target = _random.NextInt64(_model.Latest + 1);
        _trace.Add($"checkout {target}");
        _checkouts++;
        var commit = new SimulatedCommit(-_checkouts, Guid.Empty, ChangeSet.Empty);
        commit.Outcome = _registry.CheckoutAsync(target, commit.Token);
        using (commit)
        {
            await _simulator.SettleAsync(OfProcess.Select(static other => (Task)other.Outcome).Append(commit.Outcome));
            while (!commit.Outcome.IsCompleted && _simulator.Gate is { } gate)
            {
                // The process is not ended here, so that the checkout always has an outcome to look at.
                var choice = _random.Next(6) == 0 ? GateChoice.Refuse : GateChoice.Proceed;
                _trace.Add($"{gate.Name}: {choice}");
                _simulator.Leave();
                gate.Release(choice);
                await _simulator.SettleAsync(OfProcess.Select(static other => (Task)other.Outcome).Append(commit.Outcome));
            }

            _trace.Add($"checkout: {await commit.DescribeAsync()}");
        }
    }

    private Task CancelAsync()
    {
        // Also one that has been answered, to which nothing may happen any more.
        var any = OfProcess.TakeLast(MostCancellable).ToArray();
        if (any.Length == 0) return SubmitAsync();
        var commit = any[_random.Next(any.Length)];
        _trace.Add($"cancel {commit.Number}");
        var isAsked = _simulator.Gate is { IsHandler: true } gate && gate.CommitId == commit.Id;
        if (isAsked) _simulator.Leave();
        commit.Cancel();
        return isAsked ? SettleAsync() : Task.CompletedTask;
    }

    private Task AdvanceAsync()
    {
        _trace.Add("time passes");
        var gate = _simulator.Gate;
        if (gate is { IsHandler: true })
        {
            foreach (var commit in OfProcess.Where(commit => commit.Id == gate.CommitId)) commit.WasLate = true;
            gate.IsTooLate = true;
            _simulator.Leave();
        }

        _clock.Advance(Deadline + TimeSpan.FromSeconds(1));

        // A vote that comes too late says nothing any more.
        if (gate is { IsHandler: true } && _random.Next(2) == 0) gate.Release(GateChoice.Proceed);
        return gate is { IsHandler: true } ? SettleAsync() : Task.CompletedTask;
    }

    private async Task ReleaseAsync(Gate gate, GateChoice choice)
    {
        _trace.Add($"{gate.Name}: {choice}");
        foreach (var commit in OfProcess)
        {
            if (!gate.IsHandler && choice == GateChoice.Refuse) commit.MetFailure = true;
            if (commit.Id == gate.CommitId && choice is GateChoice.Refuse or GateChoice.Throw) commit.WasRefused = true;
        }

        var before = _model.Latest;
        var from = _model.Current;
        _simulator.Leave();
        gate.Release(choice);
        if (choice == GateChoice.ProceedAndCrash)
        {
            while (_model.Latest == before && _model.Current == from) await Task.Yield();
            await CrashAsync();
            return;
        }

        await SettleAsync();
    }

    /// <summary>The process ends where it stands: what waits at a gate never goes on. The disk stays, and another process opens it.</summary>
    private async Task CrashAsync()
    {
        _trace.Add("crash");
        _firstOfProcess = _commits.Count;
        await OpenAsync();
    }

    private async Task OpenAsync()
    {
        _delivered.AddRange(_handler.Delivered);
        _simulator = new();
        _handler = new(_simulator);
        _registry = await VersionedRegistry.OpenAsync(new()
        {
            Name = Name,
            History = new SimulatedHistory(_disk, _simulator, _model),
            TimeProvider = _clock,
            HandlerDeadline = Deadline,
            CheckpointInterval = 0,
            FollowsOthers = false,
        });
        _registry.Handle("simulated", Handled, _handler, new() { IsDurable = true, FromBeginning = true });

        // To go where one is already changes nothing, but waits until the handler has been told of what it missed.
        await _registry.CheckoutAsync(_model.Current);
        Check();
    }

    private Task SettleAsync() => _simulator.SettleAsync(OfProcess.Select(static commit => commit.Outcome));

    /// <summary>Whatever waits at the gates, the registry shows exactly what is durable, and any version can be read.</summary>
    private void Check()
    {
        if (_model.FaultOf(_registry.Current, _model.Current) is { } fault) _model.Violations.Add($"After '{_trace.LastOrDefault()}' the registry {fault}.");
    }

    private async Task EndProcessAsync()
    {
        foreach (var commit in OfProcess)
        {
            if (await commit.FaultAsync(_model) is { } fault) _model.Violations.Add($"Commit {commit.Number} {fault}.");
            var outcome = await commit.DescribeAsync();
            _trace.Add($"{commit.Number}: {outcome}");
            if (_handler.FaultOf(commit.Id, commit.Outcome is { IsCompletedSuccessfully: true, Result.IsCommitted: true }) is { } told) _model.Violations.Add($"Of commit {commit.Number} the handler {told}.");
        }

        for (var revision = 0L; revision <= _model.Latest; revision++)
        {
            if (_model.FaultOf(await _registry.LoadStateAsync(revision), revision) is { } fault) _model.Violations.Add($"To load {revision} {fault}.");
        }

        var report = await _registry.VerifyAsync();
        if (!report.IsSound) _model.Violations.Add($"{report}");
    }

    /// <summary>Every durable version that concerns the durable handler came to it, and they came in order.</summary>
    private void CheckDeliveries()
    {
        _delivered.AddRange(_handler.Delivered);
        var missing = _model.RevisionsOf(Handled).Except(_delivered).ToArray();
        if (missing.Length > 0) _model.Violations.Add($"The durable handler was never told of {string.Join(", ", missing)}.");
    }

    private ChangeSet RandomChanges()
    {
        var state = _model.State;
        var ids = _random.GetItems(Ids, _random.Next(1, 4)).Distinct();
        return new([.. ids.Select(id =>
        {
            var before = state.GetValueOrDefault(id);
            var entry = new RegistryEntry(id, before?.Kind ?? (_random.Next(2) == 0 ? Handled : "sim.free"), data: _random.Next());

            // Now and then one that does not fit.
            if (_random.Next(15) == 0) return RegistryOperation.Create(entry);
            if (before is null) return RegistryOperation.Create(entry);
            return _random.Next(3) == 0 ? RegistryOperation.Delete(before) : RegistryOperation.Update(entry, before);
        })]);
    }
}
