using System.Collections.Concurrent;
using AstRegistry.Benchmarks.CodeBases;
using AstRegistry.Snapshots;

namespace AstRegistry.Benchmarks.Snapshots;

/// <summary>Entries of a registry of some size, and the keys that are asked for, as their callers have them.</summary>
internal sealed class Tables
{
    private const int HotKeys = 100;
    private const int MaxKeys = 200_000;

    public Tables(int count)
    {
        Entries = [.. Enumerable.Range(0, count).Select(Entry)];
        Snapshot = new(RegistryVersion.Root, TableOf(Entries));
        ByText = new(Entries.Select(static entry => KeyValuePair.Create(entry.Id.ToString(), entry)));
        var random = new RandomSequence((ulong)count);
        var ids = Entries.Select(static entry => entry.Id).ToArray();
        random.Shuffle(ids);
        Ids = ids[..Math.Min(count, MaxKeys)];
        Texts = [.. Ids.Select(static id => new string(id.ToString().AsSpan()))];
        HotIds = Repeat(Ids);
        HotTexts = Repeat(Texts);

        // The hints of ids are those of this table, as in a process with one registry.
        foreach (var id in ids) Snapshot.TryGet(id, out _);
    }

    public RegistryEntry[] Entries { get; }

    public RegistrySnapshot Snapshot { get; }

    public ConcurrentDictionary<string, RegistryEntry> ByText { get; }

    public EntryId[] Ids { get; }

    public string[] Texts { get; }

    public EntryId[] HotIds { get; }

    public string[] HotTexts { get; }

    public static EntryTable<RegistryEntry> TableOf(IEnumerable<RegistryEntry> entries)
    {
        var builder = EntryTable<RegistryEntry>.Empty.ToBuilder();
        foreach (var entry in entries) builder.Set(entry.Id, entry);
        return builder.ToImmutable(1);
    }

    private static RegistryEntry Entry(int i) => new(new EntryId($"shop.area{i % 20}", $"Cart{i / 7}.Add(Item{i})"), "function.scheme");

    private static T[] Repeat<T>(T[] keys) => [.. Enumerable.Range(0, 100_000).Select(i => keys[i % HotKeys])];
}
