using AstRegistry.Snapshots;

namespace AstRegistry.Runtime.Tests.Snapshots;

public sealed class RegistrySnapshotTests
{
    private static readonly RegistrySnapshot Snapshot = Make("shop:cart", "shop:item", "bank:account", "shop:Cart.Add(Item)");

    [Fact]
    public void Entries_keep_the_order_of_their_creation()
    {
        Assert.Equal(["shop:cart", "shop:item", "bank:account", "shop:Cart.Add(Item)"], Snapshot.Entries.Select(static entry => entry.Id.ToString()));
        Assert.Equal(4, Snapshot.Count);
        Assert.Equal(["bank", "shop"], Snapshot.Namespaces);
        Assert.Equal(["Cart.Add(Item)", "cart", "item"], Snapshot.ListNamespace("shop"));
        Assert.Empty(Snapshot.ListNamespace("none"));
        Assert.Equal((7, 0), (Snapshot.RevisionOf("bank"), Snapshot.RevisionOf("none")));
    }

    [Fact]
    public void An_entry_is_found_by_id_and_by_text()
    {
        Assert.True(Snapshot.TryGet(EntryId.Parse("shop:item"), out var byId) && Snapshot.TryGet("shop:item", out var byText) && ReferenceEquals(byId, byText));
        Assert.Same(byId, Snapshot[EntryId.Parse("shop:item")]);
        Assert.True(Snapshot.Contains(EntryId.Parse("bank:account")));
        Assert.False(Snapshot.TryGet("shop:other", out _) || Snapshot.TryGet("item", out _) || Snapshot.TryGet("", out _) || Snapshot.TryGet(":", out _));
    }

    [Fact]
    public void What_is_missing_is_named_with_what_may_have_been_meant()
    {
        var error = Assert.Throws<EntryNotFoundException>(() => Snapshot[EntryId.Parse("shop:itemm")]);

        Assert.Equal(EntryId.Parse("shop:itemm"), error.Id);
        Assert.Equal("shop:item", error.Near[0]);
        Assert.Contains("'shop:itemm'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_id_of_nothing_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Snapshot.TryGet(EntryId.None, out _));
        Assert.Throws<ArgumentException>(() => Snapshot[default]);
        Assert.Throws<ArgumentNullException>(() => Snapshot.TryGet(null!, out _));
    }

    [Fact]
    public void Nobody_can_change_the_names_that_are_handed_out() => Assert.Throws<NotSupportedException>(() => ((IList<string>)Snapshot.ListNamespace("shop"))[0] = "x");

    [Fact]
    public void Asking_allocates_nothing()
    {
        var id = EntryId.Parse("shop:item");
        var cold = new string("nobody:asked for this".AsSpan());
        for (var i = 0; i < 100; i++) Ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) Ask();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Ask()
        {
            _ = Snapshot.TryGet(id, out _) & Snapshot.TryGet("shop:Cart.Add(Item)", out _) & Snapshot.TryGet(cold, out _);
        }
    }

    private static RegistrySnapshot Make(params string[] ids)
    {
        var builder = EntryTable<RegistryEntry>.Empty.ToBuilder();
        foreach (var id in ids) builder.Set(EntryId.Parse(id), new(EntryId.Parse(id), "test"));
        return new(RegistryVersion.Root with { Revision = 7, Parent = 6 }, builder.ToImmutable(7));
    }
}
