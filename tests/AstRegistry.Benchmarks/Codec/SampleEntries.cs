using System.Globalization;
using AstRegistry.Snapshots;

namespace AstRegistry.Benchmarks.Codec;

/// <summary>Entries as a registry of code has them: a few kinds, meta data with the same names, keys of types and members.</summary>
internal static class SampleEntries
{
    private static readonly string[] Kinds = ["function", "type", "property", "field"];

    public static RegistryEntry Of(int i) => new(
        new(string.Create(CultureInfo.InvariantCulture, $"app.module{i / 10_000}"), string.Create(CultureInfo.InvariantCulture, $"Shop.Orders.Cart{i / 20}.Member{i}(int,string)")),
        Kinds[i % Kinds.Length],
        RegistryValue.MapOf(("file", string.Create(CultureInfo.InvariantCulture, $"src/Orders/Cart{i / 20 % 400}.cs")), ("lang", "cs"), ("line", i % 3000), ("public", i % 3 == 0)),
        RegistryValue.MapOf(("complexity", i % 40), ("digest", i * 2_654_435_761L)));

    public static EntryTable<RegistryEntry> Table(int count)
    {
        var builder = EntryTable<RegistryEntry>.Empty.ToBuilder();
        for (var i = 0; i < count; i++)
        {
            var entry = Of(i);
            builder.Set(entry.Id, entry);
        }

        return builder.ToImmutable(1);
    }

    public static ChangeSet Updates(int count) => new(Enumerable.Range(0, count).Select(static i => RegistryOperation.Update(Of(i).WithData(RegistryValue.MapOf(("complexity", i % 40 + 1), ("digest", i))), Of(i))));
}
