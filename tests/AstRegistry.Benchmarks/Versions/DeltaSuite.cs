using AstRegistry.Benchmarks.Harness;
using AstRegistry.Versions;

namespace AstRegistry.Benchmarks.Versions;

/// <summary>Differences between snapshots, and applying many operations.</summary>
internal sealed class DeltaSuite : Suite
{
    private const int Operations = 1_000_000;
    private const int Rounds = 200;

    private static readonly Row[] Differences =
    [
        new("difference of 10 changes in 1,000 entries", "10 look-ups in a Dictionary", Target.AtMost(50, "µs")),
        new("difference of 10 changes in 100,000 entries", "10 look-ups in a Dictionary", Target.AtMost(50, "µs")),
        new("difference of 10 changes in 1,000,000 entries", "10 look-ups in a Dictionary", Target.AtMost(50, "µs")),
    ];

    private static readonly Row Creating = new("replay of creates", "the same in a Dictionary", Target.AtLeast(1, "million/s"));
    private static readonly Row Updating = new("replay of updates in 1,000,000 entries, with originals", "the same in a Dictionary", Target.AtLeast(1, "million/s"));
    private static readonly Row Small = new("replay of change sets of 10 operations", "the same in a Dictionary", Target.AtLeast(1, "million/s"));
    private static readonly Row Squashing = new("squash of change sets of 10 operations", "–", Target.None("million/s"));

    public override IReadOnlyList<Row> Rows => [.. Differences, Creating, Updating, Small, Squashing];

    public override void Run(Session session, Report report)
    {
        foreach (var (row, count) in Differences.Zip([1_000, 100_000, 1_000_000]))
        {
            if (report.Wants(row)) MeasureDifference(session, report, row, States.Of(count));
        }

        if (report.Wants(Creating)) MeasureReplay(session, report, Creating, RegistrySnapshot.Empty, [States.Creates(Operations)]);
        if (!report.Wants(Updating) && !report.Wants(Small) && !report.Wants(Squashing)) return;
        var creates = States.Creates(Operations);
        var full = creates.ApplyTo(RegistrySnapshot.Empty);
        RegistryOperation[] updates = [.. creates.Select(static (operation, i) => RegistryOperation.Update(States.Entry(i, 1), operation.Entry))];
        ChangeSet[] small = [.. updates.Chunk(10).Select(static chunk => new ChangeSet(chunk))];
        if (report.Wants(Updating)) MeasureReplay(session, report, Updating, full, [new(updates)]);
        if (report.Wants(Small)) MeasureReplay(session, report, Small, full, small);
        if (report.Wants(Squashing)) MeasureSquash(session, report, small[..10_000]);
    }

    private static void MeasureDifference(Session session, Report report, Row row, RegistrySnapshot old)
    {
        var @new = States.ChangeTen(old);
        var dictionary = @new.Entries.ToDictionary(static entry => entry.Id);
        EntryId[] ids = [.. ChangeSet.BuildDelta(old, @new).Select(static operation => operation.Id)];
        if (ids.Length != 10) throw new InvalidOperationException("The difference is wrong.");
        var pairs = Interleaved.Measure(5, session.Times(15, 50), () => Repeat(() => ChangeSet.BuildDelta(old, @new)), () => Repeat(() => LookUp(dictionary, ids)));
        report.Add(row, [.. pairs.Ours.Select(static time => time / 1_000)], pairs.Raw);
    }

    private static double Repeat(Action work) => Clock.Time(() =>
    {
        for (var i = 0; i < Rounds; i++) work();
    }) / Rounds;

    private static int LookUp(Dictionary<EntryId, RegistryEntry> dictionary, EntryId[] ids)
    {
        var found = 0;
        foreach (var id in ids) found += dictionary.ContainsKey(id) ? 1 : 0;
        return found;
    }

    private static void MeasureReplay(Session session, Report report, Row row, RegistrySnapshot start, ChangeSet[] sequence)
    {
        var count = sequence.Sum(static changes => changes.Count);
        var pairs = Interleaved.Measure(
            1,
            session.Times(5, 11),
            () => Clock.Time(() => ChangeApplier.Replay(start.Table, sequence, 2)),
            () => ReplayInDictionary(start, sequence));
        report.Add(row, [.. pairs.Ours.Select(time => count / time * 1_000)], pairs.Raw);
    }

    private static double ReplayInDictionary(RegistrySnapshot start, ChangeSet[] sequence)
    {
        var dictionary = start.Entries.ToDictionary(static entry => entry.Id);
        return Clock.Time(() =>
        {
            foreach (var operation in sequence.SelectMany(static changes => changes)) dictionary[operation.Id] = operation.Entry!;
        });
    }

    private static void MeasureSquash(Session session, Report report, ChangeSet[] sequence)
    {
        var count = sequence.Sum(static changes => changes.Count);
        var times = new double[session.Times(5, 15)];
        ChangeSet.Squash(sequence);
        for (var i = 0; i < times.Length; i++) times[i] = Clock.Time(() => ChangeSet.Squash(sequence));
        report.Add(Squashing, [.. times.Select(time => count / time * 1_000)], Samples.Time(Samples.Median(times)));
    }
}
