using AstRegistry.Storage.Crash;
using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>Kills children one after another on the same storage, at named places and at random moments in turn, and recovers after each.</summary>
internal sealed class CrashRun
{
    private const int MostAcknowledged = 6;
    private const int MostSkipped = 3;
    private const int LongestSpin = 100_000;

    private static readonly CrashPoint[] Named = [.. Enum.GetValues<CrashPoint>().Where(static point => point != CrashPoint.Anywhere)];

    private readonly CrashStore _store;
    private readonly int _seed;
    private readonly ChildFault _fault;
    private readonly Random _random;
    private readonly Recovery _recovery;

    public CrashRun(CrashStore store, int seed, ChildFault fault = ChildFault.None)
    {
        (_store, _seed, _fault) = (store, seed, fault);
        _random = new(seed);
        _recovery = new(store, Model, seed);
    }

    public CrashModel Model { get; } = new();

    public int Kills { get; private set; }

    /// <summary>What is wrong after so many kills, or after the first one where something is.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(int kills, CancellationToken cancellationToken)
    {
        while (Kills < kills && Model.Violations.Count == 0)
        {
            var point = Kills % 2 == 0 ? Named[Kills / 2 % Named.Length] : CrashPoint.Anywhere;
            await RunAsync(point, cancellationToken);
        }

        if (Model.Violations.Count == 0) await _recovery.EndAsync(cancellationToken);
        return Model.Violations;
    }

    /// <summary>Kills one child at a place, and recovers.</summary>
    public async Task RunAsync(CrashPoint point, CancellationToken cancellationToken)
    {
        // To kill one that opens is of interest where another one left something to be put right.
        CrashPoint[] stops = point == CrashPoint.InOpening ? [CrashPoint.InAppend, CrashPoint.InOpening] : [point];
        var logs = new List<ChildLog>();
        foreach (var stop in stops) logs.Add(await KillAsync(stop, cancellationToken));
        await RecoverAsync(logs, point, cancellationToken);
    }

    /// <summary>A child that is to wait nowhere, or at a place.</summary>
    public ChildProcess Start(CrashPoint stop) =>
        ChildProcess.Start(_store.OptionsOf(unchecked((_seed * 100_003) + Kills), stop, stop is CrashPoint.InOpening or CrashPoint.InClosing ? 0 : _random.Next(MostSkipped), _fault));

    /// <summary>Kills a child and recovers from what it left.</summary>
    public async Task KillAsync(ChildProcess child, CancellationToken cancellationToken)
    {
        await child.KillAsync(cancellationToken);
        Kills++;
        await RecoverAsync([child.Log], CrashPoint.Anywhere, cancellationToken);
    }

    private async Task RecoverAsync(IReadOnlyList<ChildLog> logs, CrashPoint point, CancellationToken cancellationToken)
    {
        await _recovery.RunAsync(logs, cancellationToken);
        if (Model.Violations.Count == 0) return;
        Model.Violations.AddRange(logs.SelectMany(static log => log.Failures).Select(static failure => $"The child said: {failure}"));
        Model.Violations.Add($"So it is after kill {Kills}, at {point}, seed {_seed}.");
    }

    private async Task<ChildLog> KillAsync(CrashPoint point, CancellationToken cancellationToken)
    {
        await using var child = Start(point);
        if (point == CrashPoint.Anywhere) await child.ReadAcknowledgedAsync(_random.Next(MostAcknowledged), cancellationToken);
        else await child.ReadUntilAsync(Verb.Point, cancellationToken);
        if (point == CrashPoint.Anywhere || CrashPoints.IsPassing(point)) Thread.SpinWait(_random.Next(LongestSpin));
        await child.KillAsync(cancellationToken);
        Kills++;
        return child.Log;
    }
}
