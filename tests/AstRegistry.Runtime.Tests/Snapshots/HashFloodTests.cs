using AstRegistry.Entries;
using AstRegistry.Snapshots;

namespace AstRegistry.Runtime.Tests.Snapshots;

/// <summary>Keys whose 32-bit hashes are all alike cost those who use them, and nobody else.</summary>
public sealed class HashFloodTests
{
    private const int Flood = 2_000;
    private const int SameHash = 0x5EED;

    [Fact]
    public void A_flood_of_equal_hashes_costs_only_its_own_node()
    {
        var builder = PersistentMap<HashedKey, int>.Empty.ToBuilder();
        for (var i = 0; i < Flood; i++) builder.Set(new(i, SameHash), i);
        for (var i = 0; i < Flood; i++) builder.Set(new(Flood + i, i << 5), Flood + i);
        var map = builder.ToImmutable();

        for (var i = 0; i < Flood; i++)
        {
            HashedKey.Comparisons = 0;
            Assert.True(map.TryGetValue(new(Flood + i, i << 5), out var value) && value == Flood + i);
            Assert.InRange(HashedKey.Comparisons, 1, 1);
        }

        HashedKey.Comparisons = 0;
        Assert.True(map.TryGetValue(new(Flood - 1, SameHash), out _));
        Assert.InRange(HashedKey.Comparisons, 1, Flood);
        HashedKey.Comparisons = 0;
        Assert.False(map.TryGetValue(new(-1, SameHash ^ (1 << 31)), out _));
        Assert.InRange(HashedKey.Comparisons, 0, 1);
    }

    [Fact]
    public void A_table_under_flood_is_still_right()
    {
        EntryId[] ids = [.. Enumerable.Range(0, Flood).Select(static i => new EntryId(new InternedId("flood", $"flood:item{i}", SameHash)))];
        var builder = EntryTable<object>.Empty.ToBuilder();
        foreach (var id in ids) Assert.True(builder.Set(id, id.ToString()));
        foreach (var id in ids.Where(static (_, i) => i % 3 == 0)) Assert.True(builder.Remove(id));
        var table = builder.ToImmutable(1);

        for (var i = 0; i < Flood; i++)
        {
            // Another object of the same text and hash has no hint, so that the map is asked.
            var stranger = new EntryId(new InternedId("flood", $"flood:item{i}", SameHash));
            Assert.Equal(i % 3 != 0, table.TryGet(stranger, out var value));
            if (i % 3 != 0) Assert.Equal(ids[i].ToString(), value);
        }
    }
}
