using AstRegistry.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Snapshots;

/// <summary>A persistent map is a dictionary whose copies never change, also where hashes meet in some of their bits or in all.</summary>
public sealed class PersistentMapLawTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(80);

    /// <summary>Hashes that meet: all alike; alike but for the top bits, the bottom bits, or the middle; and any.</summary>
    private static readonly Func<int, int>[] Hashes =
    [
        static _ => 7,
        static name => name << 30,
        static name => name & 3,
        static name => (name % 5) << 14,
        static name => unchecked(name * (int)2654435761u),
        static name => -1 - (name % 3),
    ];

    private static readonly Gen<(Func<int, int> HashOf, (int Kind, int Name, int Value)[] Steps)> Worlds =
        from hashOf in Gen.Elements(Hashes)
        from steps in (from kind in Gen.Choose(0, 9) from name in Gen.Choose(0, 60) from value in Gen.Choose(0, 1_000_000) select (kind, name, value)).ArrayOf(300)
        select (hashOf, steps);

    [Fact]
    public void A_map_is_a_dictionary_whose_copies_never_change() => Check.One(Some, Prop.ForAll(Worlds.ToArbitrary(), static world =>
    {
        var builder = PersistentMap<HashedKey, int>.Empty.ToBuilder();
        var dictionary = new Dictionary<int, int>();
        var copies = new List<(PersistentMap<HashedKey, int> Map, Dictionary<int, int> Items)>();
        foreach (var (kind, name, value) in world.Steps)
        {
            var key = new HashedKey(name, world.HashOf(name));
            switch (kind)
            {
                case <= 4:
                    builder.Set(key, value);
                    dictionary[name] = value;
                    break;
                case <= 7: Assert.Equal(dictionary.Remove(name), builder.Remove(key)); break;
                case 8: copies.Add((builder.ToImmutable(), new(dictionary))); break;
                case 9 when copies.Count > 0:
                    builder = copies[value % copies.Count].Map.ToBuilder();
                    dictionary = new(copies[value % copies.Count].Items);
                    break;
            }

            Assert.Equal(dictionary.Count, builder.Count);
            Assert.Equal(dictionary.TryGetValue(name, out var expected), builder.TryGetValue(key, out var found));
            Assert.Equal(expected, found);
        }

        copies.Add((builder.ToImmutable(), dictionary));
        foreach (var (map, items) in copies) AssertEqual(items, map, world.HashOf);
    }));

    [Fact]
    public void What_was_emptied_equals_what_was_never_filled()
    {
        var builder = PersistentMap<HashedKey, int>.Empty.ToBuilder();
        for (var i = 0; i < 1_000; i++) builder.Set(new(i, i % 7), i);
        for (var i = 0; i < 1_000; i++) Assert.True(builder.Remove(new(i, i % 7)));

        Assert.Equal(0, builder.Count);
        Assert.Empty(builder.ToImmutable());
    }

    [Fact]
    public void Equal_content_has_equal_structure_however_it_came_about() => Check.One(Some, Prop.ForAll(Worlds.ToArbitrary(), static world =>
    {
        object owner = new();
        var node = MapNode<HashedKey, int>.Empty;
        var dictionary = new Dictionary<int, int>();
        foreach (var (kind, name, value) in world.Steps)
        {
            var hash = world.HashOf(name);
            if (kind <= 4) node = node.Set(new(name, hash), hash, dictionary[name] = value, 0, owner, out _);
            else if (dictionary.Remove(name)) node = node.Remove(new(name, hash), hash, 0, owner)!;
        }

        var fresh = MapNode<HashedKey, int>.Empty;
        foreach (var (name, value) in dictionary) fresh = fresh.Set(new(name, world.HashOf(name)), world.HashOf(name), value, 0, owner, out _);
        Assert.Equal(Shape(fresh), Shape(node));
    }));

    private static string Shape(MapNode<HashedKey, int> node) =>
        $"({string.Join(',', node.Items.Select(static item => $"{item.Key.Name}={item.Value}").Order(StringComparer.Ordinal))}{string.Concat(node.Children.Select(Shape))})";

    private static void AssertEqual(Dictionary<int, int> items, PersistentMap<HashedKey, int> map, Func<int, int> hashOf)
    {
        Assert.Equal(items.Count, map.Count);
        Assert.Equal(items.OrderBy(static item => item.Key), map.Select(static item => KeyValuePair.Create(item.Key.Name, item.Value)).OrderBy(static item => item.Key));
        for (var name = 0; name <= 61; name++)
        {
            Assert.Equal(items.TryGetValue(name, out var expected), map.TryGetValue(new(name, hashOf(name)), out var found));
            Assert.Equal(expected, found);
        }
    }
}
