using AstRegistry.Entries;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Entries;

public sealed class EntryIdTests
{
    [Theory]
    [InlineData("shop:cart", "shop", "cart")]
    [InlineData("a.b-c._9:x", "a.b-c._9", "x")]
    [InlineData("shop:a:b:c", "shop", "a:b:c")]
    [InlineData("shop::", "shop", ":")]
    [InlineData("shop:Cart+Line`1.Add``2(int,List<T>,ref Item)", "shop", "Cart+Line`1.Add``2(int,List<T>,ref Item)")]
    [InlineData("shop:two words", "shop", "two words")]
    [InlineData("shop:Straße \U0001F600", "shop", "Straße \U0001F600")]
    public void An_id_is_namespace_and_name(string text, string @namespace, string name)
    {
        var id = EntryId.Parse(text);

        Assert.Equal((@namespace, name, text), (id.Namespace, id.Name, id.ToString()));
        Assert.Equal(id, new EntryId(@namespace, name));
        Assert.True(EntryId.TryParse(text, out var again) && again == id);
    }

    [Theory]
    [InlineData("", "no colon")]
    [InlineData("shop", "no colon")]
    [InlineData(":", "namespace is empty")]
    [InlineData(":cart", "namespace is empty")]
    [InlineData("shop:", "name in the namespace 'shop' is empty")]
    [InlineData(".shop:cart", "empty segment at index 0")]
    [InlineData("shop.:cart", "empty segment at index 5")]
    [InlineData("a..b:cart", "empty segment at index 2")]
    [InlineData("sh op:cart", "' ' at index 2")]
    [InlineData("größe:cart", "'ö' at index 2")]
    [InlineData("shop: cart", "white space")]
    [InlineData("shop:cart ", "white space")]
    [InlineData("shop:\u00A0", "white space")]
    [InlineData("shop:ca\nrt", "U+000A, at index 2")]
    [InlineData("shop:ca\0rt", "U+0000, at index 2")]
    [InlineData("shop:ca\u0085rt", "U+0085, at index 2")]
    public void What_is_no_id_is_refused_with_the_place(string text, string reason)
    {
        Assert.False(EntryId.TryParse(text, out var none));
        Assert.True(none.IsNone);
        Assert.Contains(reason, Assert.Throws<FormatException>(() => EntryId.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_surrogate_is_refused_with_the_place()
    {
        What_is_no_id_is_refused_with_the_place("shop:ca\uD800rt", "surrogate without its other half at index 2");
        What_is_no_id_is_refused_with_the_place("shop:\uDC00", "surrogate without its other half at index 0");
    }

    [Fact]
    public void Lengths_are_limited()
    {
        var @namespace = new string('n', RegistryLimits.MaxNamespaceLength);
        var name = new string('x', RegistryLimits.MaxNameLength);

        Assert.Equal(@namespace + ":" + name, new EntryId(@namespace, name).ToString());
        Assert.Contains("at most 512", Assert.Throws<FormatException>(() => new EntryId(@namespace + "n", name)).Message, StringComparison.Ordinal);
        Assert.Contains("at most 4096", Assert.Throws<FormatException>(() => new EntryId(@namespace, name + "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_namespace_with_a_colon_is_no_shorter_namespace()
    {
        Assert.Equal("a", EntryId.Parse("a:b:c").Namespace);
        Assert.Throws<FormatException>(() => new EntryId("a:b", "c"));
    }

    [Fact]
    public void A_text_without_colon_is_a_name_in_the_default_namespace()
    {
        Assert.Equal("shop:cart", EntryId.Parse("cart", "shop").ToString());
        Assert.Equal("bank:cart", EntryId.Parse("bank:cart", "shop").ToString());
        Assert.Throws<FormatException>(() => EntryId.Parse("cart", "sh op"));
    }

    [Fact]
    public void Null_is_no_id()
    {
        Assert.False(EntryId.TryParse(null, out _));
        Assert.Throws<ArgumentNullException>(() => EntryId.Parse(null!));
        Assert.Throws<ArgumentNullException>(() => new EntryId(null!, "x"));
        Assert.Throws<ArgumentNullException>(() => new EntryId("x", null!));
    }

    [Fact]
    public void Equal_ids_share_memory()
    {
        var parsed = EntryId.Parse("shared.memory:one");
        var made = new EntryId("shared.memory", new string("one".AsSpan()));

        Assert.Same(parsed.Interned, made.Interned);
        Assert.Same(parsed.ToString(), made.ToString());
        Assert.Same(parsed.Namespace, EntryId.Parse("shared.memory:two").Namespace);
    }

    [Fact]
    public void Ids_that_lost_their_place_are_equal_all_the_same()
    {
        var id = EntryId.Parse("lost:one");
        var stranger = new EntryId(new InternedId("lost", new string("lost:one".AsSpan()), id.GetHashCode()));

        Assert.NotSame(id.Interned, stranger.Interned);
        Assert.True(id == stranger && id.Equals((object)stranger) && id.GetHashCode() == stranger.GetHashCode() && id.CompareTo(stranger) == 0);
    }

    [Fact]
    public void Order_is_by_namespace_and_then_by_name()
    {
        string[] texts = ["a-b:a", "a.b:a", "a:a", "a:a.b", "a:b", "ab:a", "b:a"];
        var sorted = texts.Select(EntryId.Parse).Reverse().Order().ToArray();

        Assert.Equal(
            texts.OrderBy(static text => text[..text.IndexOf(':', StringComparison.Ordinal)], StringComparer.Ordinal).ThenBy(static text => text[text.IndexOf(':', StringComparison.Ordinal)..], StringComparer.Ordinal),
            sorted.Select(static id => id.ToString()));
        Assert.True(sorted[0] < sorted[1] && sorted[0] <= sorted[0] && sorted[1] > sorted[0] && sorted[1] >= sorted[1] && sorted[0] != sorted[1]);
        Assert.True(EntryId.None < sorted[0] && sorted[0] > EntryId.None && EntryId.None.CompareTo(default) == 0);
    }

    [Fact]
    public void The_id_of_nothing_is_empty() =>
        Assert.Equal(("", "", "", true, 0), (EntryId.None.Namespace, EntryId.None.Name, EntryId.None.ToString(), EntryId.None.IsNone, EntryId.None.GetHashCode()));

    [Fact]
    public void Any_sound_text_comes_back_and_any_other_is_refused() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(
        Gen.Elements('a', 'Z', '0', '_', '-', '.', ':', ' ', '\t', 'ß', '\uD83D', '\uDE00', '\u2028').ArrayOf().Select(static chars => new string(chars)).ToArbitrary(),
        static text =>
        {
            var isSound = EntryId.TryParse(text, out var id);
            Assert.Equal(IdRules.FaultOf(text) is null, isSound);
            if (isSound) Assert.Equal((text, $"{id.Namespace}:{id.Name}"), (id.ToString(), text));
            else Assert.Throws<FormatException>(() => EntryId.Parse(text));
        }));
}
