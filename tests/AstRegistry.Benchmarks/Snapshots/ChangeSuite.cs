using System.Collections.Immutable;
using AstRegistry.Benchmarks.Harness;
using AstRegistry.Snapshots;

namespace AstRegistry.Benchmarks.Snapshots;

/// <summary>Changed copies of a registry, and what differs between them.</summary>
internal sealed class ChangeSuite : Suite
{
    private const int Size = 100_000;
    private const int Updates = 1_000;
    private const int Large = 1_000_000;
    private static readonly Row Commit = new("registry: copy with 1,000 updates of 100k", "ImmutableDictionary builder", Target.AtLeast(6));
    private static readonly Row CommitTime = new("registry: copy with 1,000 updates of 100k", "–", Target.AtMost(150, "µs"));
    private static readonly Row Diff = new("registry: diff of 10 changes in 1M entries", "–", Target.AtMost(50, "µs"));
    private static readonly Row Build = new("registry: build 1M entries one by one", "Dictionary", Target.None("×"));
    private static readonly Row LoadTime = new("registry: load 1M entries at once", "–", Target.AtMost(1, "s"));

    public override IReadOnlyList<Row> Rows => [Commit, CommitTime, Diff, Build, LoadTime];

    public override void Run(Session session, Report report)
    {
        if (report.Wants(Commit) || report.Wants(CommitTime)) MeasureCommit(session, report);
        if (!report.Wants(Diff) && !report.Wants(Build) && !report.Wants(LoadTime)) return;
        var tables = new Tables(Large);
        MeasureDiff(session, report, tables);
        MeasureBuild(session, report, tables.Entries);
    }

    private static void MeasureCommit(Session session, Report report)
    {
        var tables = new Tables(Size);
        var changed = tables.Ids[..Updates].Select(static id => new RegistryEntry(id, "changed")).ToArray();
        var immutable = tables.Entries.ToImmutableDictionary(static entry => entry.Id);
        var pairs = Interleaved.Measure(
            10,
            session.Times(40, 150),
            () => Repeated(10, () => Update(tables.Snapshot.Table, changed)),
            () => Repeated(10, () => Update(immutable, changed)));
        report.Add(Commit, pairs.Gains, pairs.Raw);
        report.Add(CommitTime, [.. pairs.Ours.Select(static time => time / 1e3)]);
    }

    private static void MeasureDiff(Session session, Report report, Tables tables)
    {
        if (!report.Wants(Diff)) return;
        var builder = tables.Snapshot.Table.ToBuilder();
        foreach (var id in tables.Ids[..10]) builder.Set(id, new(id, "changed"));
        var other = builder.ToImmutable(2);
        var times = Enumerable.Range(0, session.Times(40, 150) + 10).Select(_ => Repeated(100, () =>
        {
            if (EntryTable<RegistryEntry>.Compare(tables.Snapshot.Table, other).Count != 10) throw new InvalidOperationException("A change is missing.");
        }) / 1e3);
        report.Add(Diff, [.. times.Skip(10)]);
    }

    private static void MeasureBuild(Session session, Report report, RegistryEntry[] entries)
    {
        if (!report.Wants(Build) && !report.Wants(LoadTime)) return;
        var pairs = Interleaved.Measure(1, session.Times(3, 10), () => Clock.Time(() => Tables.TableOf(entries)), () => Clock.Time(() => DictionaryOf(entries)));
        report.Add(Build, pairs.Ratios, pairs.Raw);
        if (!report.Wants(LoadTime)) return;
        var (namespaces, places) = PlacesOf(entries);
        report.Add(LoadTime, [.. Enumerable.Range(0, session.Times(3, 10)).Select(_ => Clock.Time(() => Load(namespaces, places, entries)) / 1e9)]);
    }

    private static ((string, long)[] Namespaces, int[] Places) PlacesOf(RegistryEntry[] entries)
    {
        var names = entries.Select(static entry => entry.Id.Namespace).Distinct().ToList();
        var placeOf = names.Select(static (name, place) => (name, place)).ToDictionary(static item => item.name, static item => item.place);
        return ([.. names.Select(static name => (name, 1L))], [.. entries.Select(entry => placeOf[entry.Id.Namespace])]);
    }

    private static void Load((string, long)[] namespaces, int[] places, RegistryEntry[] entries)
    {
        if (!EntryTable<RegistryEntry>.TryLoad(namespaces, places, entries, static entry => entry.Id, out _, out _)) throw new InvalidOperationException("An id comes twice.");
    }

    private static double Repeated(int times, Action work) => Clock.Time(() =>
    {
        for (var i = 0; i < times; i++) work();
    }) / times;

    private static void Update(EntryTable<RegistryEntry> table, RegistryEntry[] changed)
    {
        var builder = table.ToBuilder();
        foreach (var entry in changed) builder.Set(entry.Id, entry);
        builder.ToImmutable(2);
    }

    private static void Update(ImmutableDictionary<EntryId, RegistryEntry> dictionary, RegistryEntry[] changed)
    {
        var builder = dictionary.ToBuilder();
        foreach (var entry in changed) builder[entry.Id] = entry;
        builder.ToImmutable();
    }

    private static Dictionary<EntryId, RegistryEntry> DictionaryOf(RegistryEntry[] entries)
    {
        var dictionary = new Dictionary<EntryId, RegistryEntry>();
        foreach (var entry in entries) dictionary.Add(entry.Id, entry);
        return dictionary;
    }
}
