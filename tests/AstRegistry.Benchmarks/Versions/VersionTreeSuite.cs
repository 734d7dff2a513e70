using AstRegistry.Benchmarks.Harness;
using AstRegistry.Versions;

namespace AstRegistry.Benchmarks.Versions;

/// <summary>Ways between versions.</summary>
internal sealed class VersionTreeSuite : Suite
{
    private const int Versions = 100_000;
    private const int Distance = 10_000;

    private static readonly Row Building = new("a version added to a tree of 100,000, one by one", "Dictionary<long, long>.Add", Target.None("×"));
    private static readonly Row Path = new("way between versions 10,000 apart, in 100,000", "climbing a Dictionary<long, long>", Target.AtMost(1.5));
    private static readonly Row Ancestor = new("common ancestor of versions 100,000 apart, in 100,000", "climbing a Dictionary<long, long>", Target.AtMost(0.01));
    private static readonly Row Going = new("going to a version 10,000 away", "–", Target.AtMost(5, "ms"));
    private static readonly Row GoingBack = new("going back to a version 10,000 away", "–", Target.AtMost(5, "ms"));

    public override IReadOnlyList<Row> Rows => [Building, Path, Ancestor, Going, GoingBack];

    public override void Run(Session session, Report report)
    {
        // Two branches of half the versions each.
        RegistryVersion[] versions = [.. Enumerable.Range(1, Versions).Select(static i => Version(i, i == (Versions / 2) + 1 ? 0 : i - 1))];
        var tree = VersionTree.Initial.AddRange(versions);
        var parents = versions.ToDictionary(static version => version.Revision, static version => version.Parent);
        MeasureBuilding(session, report, versions);
        Compare(session, report, Path, 20, () => tree.PathBetween(Distance / 2, (Versions / 2) + (Distance / 2)), () => Climb(parents, Distance / 2, (Versions / 2) + (Distance / 2)));
        Compare(session, report, Ancestor, 20, () => tree.CommonAncestor(Versions / 2, Versions), () => Climb(parents, Versions / 2, Versions));
        if (report.Wants(Going) || report.Wants(GoingBack)) MeasureGoing(session, report);
    }

    private static void MeasureBuilding(Session session, Report report, RegistryVersion[] versions)
    {
        if (!report.Wants(Building)) return;
        var pairs = Interleaved.Measure(
            1,
            session.Times(5, 11),
            () => Clock.Time(() => versions.Aggregate(VersionTree.Initial, static (tree, version) => tree.Add(version))) / Versions,
            () => Clock.Time(() => versions.ToDictionary(static version => version.Revision, static version => version.Parent)) / Versions);
        report.Add(Building, pairs.Ratios, pairs.Raw);
    }

    private static void Compare(Session session, Report report, Row row, int rounds, Action ours, Action baseline)
    {
        if (!report.Wants(row)) return;
        double Time(Action work) => Clock.Time(() =>
        {
            for (var i = 0; i < rounds; i++) work();
        }) / rounds;
        var pairs = Interleaved.Measure(3, session.Times(11, 31), () => Time(ours), () => Time(baseline));
        report.Add(row, pairs.Ratios, pairs.Raw);
    }

    /// <summary>Way, squash and application: what a registry does once the change sets are read.</summary>
    private static void MeasureGoing(Session session, Report report)
    {
        var start = States.Of(100_000);
        var tree = VersionTree.WithRoots(start.Version);
        var states = new List<RegistrySnapshot> { start };
        var changes = new Dictionary<long, ChangeSet>();
        for (var i = 0; i < Distance; i++)
        {
            var before = states[^1];
            var version = Version(before.Revision + 1, before.Revision);
            var applied = ChangeApplier.Apply(before.Table, new(RegistryOperation.Update(States.Entry(i * 9, i + 1))), version.Revision);
            tree = tree.Add(version);
            changes.Add(version.Revision, applied.Changes);
            states.Add(new(version, applied.Table));
        }

        Add(session, report, Going, () => Go(tree, changes, start, states[^1].Version));
        Add(session, report, GoingBack, () => Go(tree, changes, states[^1], start.Version));
    }

    private static RegistrySnapshot Go(VersionTree tree, Dictionary<long, ChangeSet> changes, RegistrySnapshot from, RegistryVersion to) => ChangeSet
        .Squash(tree.PathBetween(from.Revision, to.Revision).Select(step => step.Direction == VersionDirection.Forward ? changes[step.Revision] : changes[step.Revision].Reverse()))
        .ApplyTo(from, to);

    private static void Add(Session session, Report report, Row row, Action work)
    {
        if (!report.Wants(row)) return;
        var times = new double[session.Times(11, 31)];
        for (var i = 0; i < 3; i++) work();
        for (var i = 0; i < times.Length; i++) times[i] = Clock.Time(work) / 1e6;
        report.Add(row, times);
    }

    private static int Climb(Dictionary<long, long> parents, long from, long to)
    {
        var seen = new Dictionary<long, int>();
        for (var at = from; ; at = parents[at])
        {
            seen.Add(at, seen.Count);
            if (at == 0) break;
        }

        var steps = 0;
        for (; !seen.ContainsKey(to); to = parents[to]) steps++;
        return steps + seen[to];
    }

    private static RegistryVersion Version(long revision, long parent) => new(revision, parent, DateTimeOffset.UnixEpoch, "", Guid.Empty, 1);
}
