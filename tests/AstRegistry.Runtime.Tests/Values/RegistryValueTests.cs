namespace AstRegistry.Runtime.Tests.Values;

public sealed class RegistryValueTests
{
    [Fact]
    public void Kinds_are_told_apart()
    {
        Assert.Equal(
            [RegistryValueKind.Null, RegistryValueKind.Boolean, RegistryValueKind.Integer, RegistryValueKind.Double, RegistryValueKind.String, RegistryValueKind.Bytes, RegistryValueKind.List, RegistryValueKind.Map],
            new[] { default, true, 1L, 1.0, "1", RegistryValue.Of([1]), RegistryValue.ListOf(1L), RegistryValue.MapOf(("1", 1L)) }.Select(static value => value.Kind));
        Assert.NotEqual<RegistryValue>(1L, 1.0);
        Assert.NotEqual<RegistryValue>(0L, false);
        Assert.NotEqual<RegistryValue>("", default);
        Assert.NotEqual(RegistryValue.EmptyList, RegistryValue.EmptyMap);
        Assert.NotEqual<RegistryValue>(0.0, -0.0);
        Assert.Equal<RegistryValue>(double.NaN, BitConverter.Int64BitsToDouble(unchecked((long)0xFFF8_0000_0000_0001)));
        Assert.Equal(RegistryValue.Null, RegistryValue.Of((string?)null));
    }

    [Fact]
    public void What_is_asked_for_as_something_else_is_refused_by_kind()
    {
        RegistryValue text = "x";

        Assert.Contains("of kind String, not Integer", Assert.Throws<InvalidOperationException>(() => text.AsInteger()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => text.AsBoolean());
        Assert.Throws<InvalidOperationException>(() => text.AsDouble());
        Assert.Throws<InvalidOperationException>(() => text.AsBytes());
        Assert.Throws<InvalidOperationException>(() => text.AsList());
        Assert.Throws<InvalidOperationException>(() => text.AsMap());
        Assert.Throws<InvalidOperationException>(() => text["a"]);
        Assert.Throws<InvalidOperationException>(() => text[0]);
        Assert.Throws<InvalidOperationException>(() => RegistryValue.Of(1L).AsString());
        Assert.Equal(3.0, RegistryValue.Of(3L).AsDouble());
        Assert.False(text.TryGetValue("a", out _) || RegistryValue.Of(1L).TryGetString(out _));
    }

    [Fact]
    public void Lists_and_maps_give_their_values()
    {
        var list = RegistryValue.ListOf("a", 2L, RegistryValue.Of([1, 2, 3]));
        var map = RegistryValue.MapOf(("b", 2L), ("a", 1L), ("B", 3L));

        Assert.Equal((3, 1, 3), (list.Count, list.Depth, list[2].Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => list[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[-1]);
        Assert.Equal(["B", "a", "b"], map.AsMap().Keys);
        Assert.Equal((1L, 3L, true), (map["a"].AsInteger(), map["B"].AsInteger(), map["none"].IsNull));
        Assert.Throws<KeyNotFoundException>(() => map.AsMap()["none"]);
        Assert.Equal([1, 2, 3], list[2].AsBytes().ToArray());
    }

    [Fact]
    public void Bytes_are_copied()
    {
        byte[] bytes = [1, 2];
        var value = RegistryValue.Of(bytes);
        bytes[0] = 9;

        Assert.Equal(RegistryValue.Of([1, 2]), value);
        Assert.Equal(RegistryValue.Of([1, 2]).GetHashCode(), value.GetHashCode());
    }

    [Fact]
    public void A_name_comes_once()
    {
        Assert.Contains("'a' twice", Assert.Throws<ArgumentException>(() => RegistryValue.MapOf(("a", 1L), ("b", 1L), ("a", 1L))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => RegistryValue.MapOf((null!, 1L)));
    }

    [Fact]
    public void A_lone_surrogate_is_refused_with_its_place()
    {
        foreach (var (text, place) in (IEnumerable<(string, int)>)[("\uD800", 0), ("a\uDC00", 1), ("\uD83D\uDE00\uD83D", 2)])
        {
            var expected = $"at index {place}";
            Assert.Contains(expected, Assert.Throws<ArgumentException>(() => RegistryValue.Of(text)).Message, StringComparison.Ordinal);
            Assert.Contains(expected, Assert.Throws<ArgumentException>(() => RegistryValue.MapOf((text, 1L))).Message, StringComparison.Ordinal);
        }

        Assert.Equal("\uD83D\uDE00", RegistryValue.Of("\uD83D\uDE00").AsString());
    }

    [Fact]
    public void Depth_is_limited()
    {
        RegistryValue value = 1L;
        for (var i = 0; i < RegistryLimits.MaxDepth; i++) value = i % 2 == 0 ? RegistryValue.ListOf(value) : RegistryValue.MapOf(("x", value));

        Assert.Equal(RegistryLimits.MaxDepth, value.Depth);
        Assert.Throws<ArgumentException>(() => RegistryValue.ListOf(value));
        Assert.Throws<ArgumentException>(() => RegistryValue.MapOf(("x", value)));
    }

    [Fact]
    public void Sizes_are_limited()
    {
        var text = new string('x', RegistryLimits.MaxStringBytes);
        var wide = new string('€', RegistryLimits.MaxStringBytes / 3);

        Assert.Equal(text, RegistryValue.Of(text).AsString());
        Assert.Equal(wide, RegistryValue.Of(wide).AsString());
        Assert.Contains("1048577 bytes", Assert.Throws<ArgumentException>(() => RegistryValue.Of(text + "x")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RegistryValue.Of(wide + "€"));
        Assert.Throws<ArgumentException>(() => RegistryValue.Of(new byte[RegistryLimits.MaxBytes + 1]));
    }

    [Fact]
    public void A_value_that_holds_itself_again_and_again_is_refused_before_it_takes_years()
    {
        var value = RegistryValue.ListOf("four");
        var error = Assert.Throws<ArgumentException>(() =>
        {
            for (var i = 0; i < RegistryLimits.MaxDepth - 1; i++) value = RegistryValue.ListOf(value, value);
        });

        Assert.Contains("larger than", error.Message, StringComparison.Ordinal);
        Assert.InRange(value.Depth, 20, 30);
    }

    [Fact]
    public void The_text_is_json_on_one_line()
    {
        var value = RegistryValue.MapOf(("text", "a\"\\\n\u007F"), ("list", RegistryValue.ListOf(default, true, false, -1L, 1.5, 2.0, 1e300)), ("bytes", RegistryValue.Of([1, 2, 3])), ("empty", RegistryValue.EmptyMap));

        Assert.Equal("""{"bytes":"AQID","empty":{},"list":[null,true,false,-1,1.5,2.0,1E+300],"text":"a\"\\\u000a\u007f"}""", value.ToString());
        Assert.Equal("NaN", RegistryValue.Of(double.NaN).ToString());
    }
}
