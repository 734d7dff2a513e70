namespace AstRegistry.Runtime.Tests.Entries;

public sealed class RegistryEntryTests
{
    private static readonly EntryId Id = EntryId.Parse("shop:cart");

    [Theory]
    [InlineData("", "kind is empty")]
    [InlineData("a..b", "empty segment at index 2")]
    [InlineData("a b", "' ' at index 1")]
    [InlineData("a:b", "':' at index 1")]
    public void A_malformed_kind_is_refused_with_the_place(string kind, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => new RegistryEntry(Id, kind)).Message, StringComparison.Ordinal);

    [Fact]
    public void Meta_is_always_a_map()
    {
        Assert.Equal(RegistryValue.EmptyMap, new RegistryEntry(Id, "function.scheme").Meta);
        Assert.Contains("not a map", Assert.Throws<ArgumentException>(() => new RegistryEntry(Id, "k", RegistryValue.ListOf(1L))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new RegistryEntry(default, "k"));
        Assert.Throws<ArgumentNullException>(() => new RegistryEntry(Id, null!));
    }

    [Fact]
    public void Entries_compare_by_content_and_copies_change_one_part()
    {
        var entry = new RegistryEntry(Id, "k", RegistryValue.MapOf(("a", 1L)), "data");

        Assert.Equal(entry, new RegistryEntry(EntryId.Parse("shop:cart"), "k", RegistryValue.MapOf(("a", 1L)), "data"));
        Assert.Equal(entry.GetHashCode(), new RegistryEntry(EntryId.Parse("shop:cart"), "k", RegistryValue.MapOf(("a", 1L)), "data").GetHashCode());
        Assert.NotEqual(entry, entry.WithData(2L));
        Assert.NotEqual(entry, entry.WithKind("l"));
        Assert.NotEqual(entry, entry.WithMeta(default));
        Assert.NotEqual(entry, new RegistryEntry(EntryId.Parse("shop:other"), "k", entry.Meta, entry.Data));
        Assert.Equal(entry, entry.WithData(2L).WithKind("l").WithMeta(default).WithMeta(entry.Meta).WithKind("k").WithData("data"));
        Assert.Equal("shop:cart (k) {\"a\":1}", entry.ToString());
    }
}
