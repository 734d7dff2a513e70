using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using AstRegistry.Benchmarks.Harness;
using Microsoft.Extensions.Caching.Memory;

namespace AstRegistry.Benchmarks.Snapshots;

/// <summary>A get from a registry: by id, which remembers its slot, and by the text of an id; from keys that are asked for all the time, and from all in turn.</summary>
internal sealed class GetSuite : Suite
{
    private const string Baseline = "ConcurrentDictionary by string";
    private static readonly Row ById = new("registry: get by id, hot", Baseline, Target.AtMost(0.35));
    private static readonly Row ColdById = new("registry: get by id, cold", Baseline, Target.AtMost(0.35));
    private static readonly Row ByText = new("registry: get by text, hot", Baseline, Target.AtMost(1.2));
    private static readonly Row ColdByText = new("registry: get by text, cold", Baseline, Target.AtMost(1.0));
    private static readonly Row ByIdInOthers = new("registry: get by id, hot", "ConcurrentDictionary by id", Target.AtMost(1.2));
    private static readonly Row ColdByIdInOthers = new("registry: get by id, cold", "ConcurrentDictionary by id", Target.AtMost(1.0));
    private static readonly Row Frozen = new("registry: get by id, cold", "FrozenDictionary by id", Target.None("×"));
    private static readonly Row Immutable = new("registry: get by id, cold", "ImmutableDictionary by id", Target.None("×"));
    private static readonly Row Cache = new("registry: get by id, cold", "MemoryCache by string", Target.None("×"));
    private static readonly Row Bytes = new("registry: get: allocated", "–", Target.Exactly(0, "B"));

    public override IReadOnlyList<Row> Rows => [ById, ColdById, ByText, ColdByText, ByIdInOthers, ColdByIdInOthers, Frozen, Immutable, Cache, Bytes];

    public override void Run(Session session, Report report)
    {
        foreach (var count in (int[])[1_000, 100_000, 1_000_000])
        {
            var tables = new Tables(count);
            var about = $"{count / 1_000}k entries";
            AgainstStrings(session, report, tables, about);
            AgainstIds(session, report, tables, about);
            AgainstMore(session, report, tables, about);
            report.Add(Bytes, [AllocatedBy(tables)], about: about);
        }
    }

    private static void AgainstStrings(Session session, Report report, Tables tables, string about)
    {
        Measure(session, report, ById, about, tables.HotIds, tables.HotTexts, keys => GetIds(tables.Snapshot, keys), keys => GetTexts(tables.ByText, keys));
        Measure(session, report, ColdById, about, tables.Ids, tables.Texts, keys => GetIds(tables.Snapshot, keys), keys => GetTexts(tables.ByText, keys));
        Measure(session, report, ByText, about, tables.HotTexts, tables.HotTexts, keys => GetTexts(tables.Snapshot, keys), keys => GetTexts(tables.ByText, keys));
        Measure(session, report, ColdByText, about, tables.Texts, tables.Texts, keys => GetTexts(tables.Snapshot, keys), keys => GetTexts(tables.ByText, keys));
    }

    private static void AgainstIds(Session session, Report report, Tables tables, string about)
    {
        if (!report.Wants(ByIdInOthers) && !report.Wants(ColdByIdInOthers)) return;
        var byId = new ConcurrentDictionary<EntryId, RegistryEntry>(tables.Entries.Select(static entry => KeyValuePair.Create(entry.Id, entry)));
        Measure(session, report, ByIdInOthers, about, tables.HotIds, tables.HotIds, keys => GetIds(tables.Snapshot, keys), keys => GetIds(byId, keys));
        Measure(session, report, ColdByIdInOthers, about, tables.Ids, tables.Ids, keys => GetIds(tables.Snapshot, keys), keys => GetIds(byId, keys));
    }

    private static void AgainstMore(Session session, Report report, Tables tables, string about)
    {
        if (report.Wants(Frozen))
        {
            var frozen = tables.Entries.ToFrozenDictionary(static entry => entry.Id);
            Measure(session, report, Frozen, about, tables.Ids, tables.Ids, keys => GetIds(tables.Snapshot, keys), keys => GetFrozen(frozen, keys));
        }

        if (report.Wants(Immutable))
        {
            var immutable = tables.Entries.ToImmutableDictionary(static entry => entry.Id);
            Measure(session, report, Immutable, about, tables.Ids, tables.Ids, keys => GetIds(tables.Snapshot, keys), keys => GetImmutable(immutable, keys));
        }

        if (report.Wants(Cache))
        {
            using var cache = new MemoryCache(new MemoryCacheOptions());
            foreach (var entry in tables.Entries) cache.Set(entry.Id.ToString(), entry);
            Measure(session, report, Cache, about, tables.Ids, tables.Texts, keys => GetIds(tables.Snapshot, keys), keys => GetCached(cache, keys));
        }
    }

    private static void Measure<TOurs, TTheirs>(
        Session session, Report report, Row row, string about, TOurs[] ourKeys, TTheirs[] theirKeys, Func<TOurs[], int> ours, Func<TTheirs[], int> theirs)
    {
        if (!report.Wants(row)) return;
        var pairs = Interleaved.Measure(8, session.Times(15, 60), () => PerKey(ourKeys, ours), () => PerKey(theirKeys, theirs));
        report.Add(row, pairs.Ratios, pairs.Raw, about);
    }

    private static double PerKey<T>(T[] keys, Func<T[], int> get)
    {
        var rounds = Math.Max(1, 200_000 / keys.Length);
        return Clock.Time(() =>
        {
            for (var round = 0; round < rounds; round++)
            {
                if (get(keys) != keys.Length) throw new InvalidOperationException("A key is missing.");
            }
        }) / rounds / keys.Length;
    }

    private static int GetIds(RegistrySnapshot snapshot, EntryId[] ids)
    {
        var found = 0;
        foreach (var id in ids) found += snapshot.TryGet(id, out _) ? 1 : 0;
        return found;
    }

    private static int GetTexts(RegistrySnapshot snapshot, string[] texts)
    {
        var found = 0;
        foreach (var text in texts) found += snapshot.TryGet(text, out _) ? 1 : 0;
        return found;
    }

    private static int GetTexts(ConcurrentDictionary<string, RegistryEntry> dictionary, string[] texts)
    {
        var found = 0;
        foreach (var text in texts) found += dictionary.TryGetValue(text, out _) ? 1 : 0;
        return found;
    }

    private static int GetIds(ConcurrentDictionary<EntryId, RegistryEntry> dictionary, EntryId[] ids)
    {
        var found = 0;
        foreach (var id in ids) found += dictionary.TryGetValue(id, out _) ? 1 : 0;
        return found;
    }

    private static int GetFrozen(FrozenDictionary<EntryId, RegistryEntry> dictionary, EntryId[] ids)
    {
        var found = 0;
        foreach (var id in ids) found += dictionary.TryGetValue(id, out _) ? 1 : 0;
        return found;
    }

    private static int GetImmutable(ImmutableDictionary<EntryId, RegistryEntry> dictionary, EntryId[] ids)
    {
        var found = 0;
        foreach (var id in ids) found += dictionary.TryGetValue(id, out _) ? 1 : 0;
        return found;
    }

    private static int GetCached(MemoryCache cache, string[] texts)
    {
        var found = 0;
        foreach (var text in texts) found += cache.TryGetValue(text, out _) ? 1 : 0;
        return found;
    }

    private static double AllocatedBy(Tables tables)
    {
        GetIds(tables.Snapshot, tables.Ids);
        GetTexts(tables.Snapshot, tables.Texts);
        var before = GC.GetAllocatedBytesForCurrentThread();
        GetIds(tables.Snapshot, tables.Ids);
        GetTexts(tables.Snapshot, tables.Texts);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
