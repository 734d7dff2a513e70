using System.Collections.Concurrent;
using System.Collections.Immutable;
using AstRegistry.Benchmarks.Harness;

namespace AstRegistry.Benchmarks.Registry;

/// <summary>Commits through the whole pipeline, and the past read again.</summary>
internal sealed class RegistrySuite : Suite
{
    private const int Entries = 100_000;
    private const int Large = 1000;
    private const int Distance = 10_000;
    private static readonly Row One = new("commit of 1, memory history", "ConcurrentDictionary set", Target.None("×"));
    private static readonly Row OneTime = new("commit of 1, memory history", "–", Target.None("µs"));
    private static readonly Row Many = new("commit of 1,000 without history", "ImmutableDictionary builder", Target.AtLeast(1));
    private static readonly Row ManyKept = new("commit of 1,000, memory history", "ImmutableDictionary builder", Target.None("×"));
    private static readonly Row ManySet = new("commit of 1,000 without history", "ConcurrentDictionary sets", Target.None("×"));
    private static readonly Row Together = new("1,000 commits of 1 that wait together, memory history", "as many one by one", Target.AtLeast(1));
    private static readonly Row AsOf = new("state at distance 10,000", "–", Target.AtMost(5, "ms"));
    private static readonly Row Replay = new("boot by replay of 100,000 operations", "–", Target.AtLeast(1, "M/s"));

    private static readonly EntryId[] Ids = [.. Enumerable.Range(0, Entries).Select(static i => new EntryId(FormattableString.Invariant($"shop.area{i % 100}"), FormattableString.Invariant($"entry{i}")))];

    public override IReadOnlyList<Row> Rows => [One, OneTime, Many, ManyKept, ManySet, Together, AsOf, Replay];

    public override void Run(Session session, Report report) => RunAsync(session, report).GetAwaiter().GetResult();

    private static async Task RunAsync(Session session, Report report)
    {
        await using var kept = await OpenAsync(new() { QueueCapacity = 2 * Large, CheckpointInterval = 0 });
        await using var none = await OpenAsync(new() { History = new NoHistory(), OwnsHistory = true });
        MeasureOne(session, report, kept);
        MeasureMany(session, report, none, kept);
        MeasureTogether(session, report, kept);
        if (report.Wants(AsOf)) await MeasureAsOfAsync(session, report);
        if (report.Wants(Replay)) await MeasureReplayAsync(session, report);
    }

    private static void MeasureOne(Session session, Report report, VersionedRegistry kept)
    {
        const int Times = 200;
        var sets = new ConcurrentDictionary<EntryId, RegistryEntry>(kept.Current.Entries.Select(static entry => KeyValuePair.Create(entry.Id, entry)));
        var round = 0;
        var measured = Interleaved.Measure(
            3,
            session.Times(10, 40),
            () => Clock.Time(() =>
            {
                for (var i = 0; i < Times; i++) Commit(kept, Updates(++round, 1));
            }) / Times,
            () => Clock.Time(() =>
            {
                for (var i = 0; i < Times; i++) Set(sets, Updates(++round, 1));
            }) / Times);
        report.Add(One, measured.Ratios, measured.Raw);
        report.Add(OneTime, [.. measured.Ours.Select(static time => time / 1e3)]);
    }

    private static void MeasureMany(Session session, Report report, VersionedRegistry none, VersionedRegistry kept)
    {
        var sets = new ConcurrentDictionary<EntryId, RegistryEntry>(none.Current.Entries.Select(static entry => KeyValuePair.Create(entry.Id, entry)));
        var immutable = none.Current.Entries.ToImmutableDictionary(static entry => entry.Id);
        var round = 0;
        double Ours(VersionedRegistry registry)
        {
            var changes = Updates(++round, Large);
            return Clock.Time(() => Commit(registry, changes));
        }

        double Builder()
        {
            var changes = Updates(++round, Large);
            return Clock.Time(() =>
            {
                var builder = immutable.ToBuilder();
                foreach (var operation in changes) builder[operation.Id] = operation.Entry!;
                Volatile.Write(ref immutable, builder.ToImmutable());
            });
        }

        var (warm, pairs) = (5, session.Times(20, 80));
        var withNone = Interleaved.Measure(warm, pairs, () => Ours(none), Builder);
        report.Add(Many, withNone.Gains, withNone.Raw);
        var withMemory = Interleaved.Measure(warm, pairs, () => Ours(kept), Builder);
        report.Add(ManyKept, withMemory.Gains, withMemory.Raw);
        var againstSets = Interleaved.Measure(warm, pairs, () => Ours(none), () =>
        {
            var changes = Updates(++round, Large);
            return Clock.Time(() => Set(sets, changes));
        });
        report.Add(ManySet, againstSets.Ratios, againstSets.Raw);
    }

    private static void MeasureTogether(Session session, Report report, VersionedRegistry kept)
    {
        var round = 0;
        ChangeSet[] Sets() => [.. Enumerable.Range(0, Large).Select(_ => Updates(++round, 1))];
        var measured = Interleaved.Measure(
            2,
            session.Times(8, 30),
            () =>
            {
                var sets = Sets();
                return Clock.Time(() => Task.WhenAll(sets.Select(set => kept.CommitAsync(set))).GetAwaiter().GetResult());
            },
            () =>
            {
                var sets = Sets();
                return Clock.Time(() => Array.ForEach(sets, set => Commit(kept, set)));
            });
        report.Add(Together, measured.Gains, measured.Raw);
    }

    private static async Task MeasureAsOfAsync(Session session, Report report)
    {
        await using var registry = await OpenAsync(new() { CheckpointInterval = 0 });
        for (var i = 0; i < Distance + 1500; i++) Commit(registry, Updates(i, 1));
        var times = new double[session.Times(10, 40)];
        for (var i = -3; i < times.Length; i++)
        {
            // In the midst between two snapshots that stay in memory.
            var revision = registry.Current.Revision - Distance - 400 + i;
            var time = Clock.Time(() => registry.LoadStateAsync(revision).AsTask().GetAwaiter().GetResult());
            if (i >= 0) times[i] = time / 1e6;
        }

        report.Add(AsOf, times);
    }

    private static async Task MeasureReplayAsync(Session session, Report report)
    {
        await using var history = new MemoryHistory();
        await using (var registry = await VersionedRegistry.OpenAsync(new() { History = history, CheckpointInterval = 0 }))
        {
            Commit(registry, new(Ids.Take(10_000).Select(static id => RegistryOperation.Create(Entry(id, 0)))));
            for (var i = 1; i <= 900; i++) Commit(registry, Updates(i, 100, 10_000));
        }

        var rates = new double[session.Times(5, 20)];
        for (var i = -2; i < rates.Length; i++)
        {
            var time = Clock.Time(() => VersionedRegistry.OpenAsync(new() { History = history }).GetAwaiter().GetResult().DisposeAsync().AsTask().GetAwaiter().GetResult());
            if (i >= 0) rates[i] = 100_000 / time * 1e3;
        }

        report.Add(Replay, rates);
    }

    private static async Task<VersionedRegistry> OpenAsync(VersionedRegistryOptions options)
    {
        var registry = await VersionedRegistry.OpenAsync(options);
        Commit(registry, new(Ids.Select(static id => RegistryOperation.Create(Entry(id, 0)))));
        return registry;
    }

    private static RegistryEntry Entry(EntryId id, long data) => new(id, "function", default, data);

    private static ChangeSet Updates(int round, int count, int entries = Entries)
    {
        var operations = new RegistryOperation[count];
        for (var i = 0; i < count; i++) operations[i] = RegistryOperation.Update(Entry(Ids[(int)(((round * 7919L) + (i * 97L)) % entries)], round));
        return new(operations);
    }

    private static void Commit(VersionedRegistry registry, ChangeSet changes)
    {
        if (!registry.CommitAsync(changes).GetAwaiter().GetResult().IsCommitted) throw new InvalidOperationException("The commit did not take place.");
    }

    private static void Set(ConcurrentDictionary<EntryId, RegistryEntry> sets, ChangeSet changes)
    {
        foreach (var operation in changes) sets[operation.Id] = operation.Entry!;
    }
}
