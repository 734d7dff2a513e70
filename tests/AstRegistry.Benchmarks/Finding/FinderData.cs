using System.Globalization;
using AstRegistry.Benchmarks.CodeBases;

namespace AstRegistry.Benchmarks.Finding;

/// <summary>Entries as a registry of code and configuration has them: 100 namespaces, 12 kinds, names of verb, noun and number.</summary>
internal sealed class FinderData
{
    private static readonly string[] Verbs = ["get", "set", "list", "find", "create", "update", "delete", "handle", "parse", "render", "load", "store", "check", "merge", "split", "on"];
    private static readonly string[] Nouns = ["User", "Order", "Invoice", "Payment", "Cart", "Session", "Token", "Report", "Layout", "Widget", "Policy", "Account", "Product", "Shipment", "Message", "Contract"];
    private static readonly string[] Tails = ["", "Async", "Core", "ById", "ByName", "Handler", "Factory", "Internal"];

    public FinderData(int count)
    {
        var random = new RandomSequence(11);
        Entries = new RegistryEntry[count];
        for (var i = 0; i < count; i++) Entries[i] = Make(random, i);
        Snapshot = Commit(Entries);
    }

    public RegistryEntry[] Entries { get; }

    public RegistrySnapshot Snapshot { get; }

    /// <summary>The snapshot after a commit that gives some entries other meta data.</summary>
    public RegistrySnapshot Change(int count, int round) => Commit(Enumerable.Range(0, count).Select(i => Entries[(int)(((i * 7919L) + (round * 104_729L)) % Entries.Length)].WithMeta(RegistryValue.MapOf(("round", round)))));

    private RegistrySnapshot Commit(IEnumerable<RegistryEntry> entries)
    {
        var builder = (Snapshot ?? RegistrySnapshot.Empty).Table.ToBuilder();
        foreach (var entry in entries) builder.Set(entry.Id, entry);
        var revision = (Snapshot?.Revision ?? 0) + 1;
        return new(new(revision, revision - 1, DateTimeOffset.UnixEpoch, "", Guid.Empty, 0), builder.ToImmutable(revision));
    }

    private static RegistryEntry Make(RandomSequence random, int i)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{random.Pick(Verbs)}_{random.Pick(Nouns)}{random.Pick(Nouns)}{random.Pick(Tails)}_{i:x6}");
        return new(new($"app.m{i % 100:00}", name), $"function.k{i % 12}", RegistryValue.MapOf(("port", i % 1000), ("tags", RegistryValue.ListOf("t" + (i % 50).ToString(CultureInfo.InvariantCulture), "all"))));
    }
}
