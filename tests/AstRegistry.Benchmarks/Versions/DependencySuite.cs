using AstRegistry.Benchmarks.Harness;

namespace AstRegistry.Benchmarks.Versions;

/// <summary>Reading what entries depend on, and ordering them.</summary>
internal sealed class DependencySuite : Suite
{
    private static readonly Row Growth = new("dependency order of 100,000 entries, per entry", "of 1,000 entries, per entry", Target.AtMost(5));
    private static readonly Row Sorting = new("dependency order of 100,000 entries", "sorting their ids", Target.None("×"));
    private static readonly Row Some = new("difference of 10 changes in 100,000 entries, in dependency order", "without order", Target.None("×"));
    private static readonly DependencyResolver Resolver = new(DependencyPattern.Direct("meta.depends_on"), DependencyPattern.Direct("data.**.ref"));

    public override IReadOnlyList<Row> Rows => [Growth, Sorting, Some];

    public override void Run(Session session, Report report)
    {
        var large = Of(100_000);
        var small = Of(1_000);
        EntryId[] ids = [.. large.Entries.Select(static entry => entry.Id)];
        if (report.Wants(Growth))
        {
            var pairs = Interleaved.Measure(1, session.Times(5, 11), () => Clock.Time(() => Resolver.Sort(large)) / 100_000, () => Repeated(() => Resolver.Sort(small), 100) / 1_000);
            report.Add(Growth, pairs.Ratios, pairs.Raw);
        }

        if (report.Wants(Sorting))
        {
            var pairs = Interleaved.Measure(1, session.Times(5, 11), () => Clock.Time(() => Resolver.Sort(large)), () => Clock.Time(() => Array.Sort((EntryId[])ids.Clone())));
            report.Add(Sorting, pairs.Ratios, pairs.Raw);
        }

        if (!report.Wants(Some)) return;
        var changed = new ChangeSet(Enumerable.Range(1, 10).Select(i => RegistryOperation.Update(large[States.Id(i * 9_000)].WithKind("bench.other")))).ApplyTo(large);
        var some = Interleaved.Measure(3, session.Times(11, 31), () => Repeated(() => ChangeSet.BuildDelta(large, changed, Resolver), 50), () => Repeated(() => ChangeSet.BuildDelta(large, changed), 50));
        report.Add(Some, some.Ratios, some.Raw);
    }

    /// <summary>Entries that depend on three others each, by two patterns; nothing depends in a circle, chains are 17 long at most.</summary>
    private static RegistrySnapshot Of(int count) => new ChangeSet(Enumerable.Range(0, count).Select(static i => RegistryOperation.Create(new(
        States.Id(i),
        "bench.entry",
        RegistryValue.MapOf(("depends_on", RegistryValue.ListOf(Reference(i / 2), Reference(i / 3)))),
        RegistryValue.MapOf(("part", RegistryValue.MapOf(("ref", Reference(i / 5)), ("size", i)))))))).ApplyTo(RegistrySnapshot.Empty);

    /// <summary>The id of another entry; nothing for the first, which all lead to.</summary>
    private static RegistryValue Reference(int i) => i == 0 ? RegistryValue.Null : States.Id(i).ToString();

    private static double Repeated(Action work, int times) => Clock.Time(() =>
    {
        for (var i = 0; i < times; i++) work();
    }) / times;
}
