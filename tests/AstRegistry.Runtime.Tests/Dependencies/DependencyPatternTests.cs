namespace AstRegistry.Runtime.Tests.Dependencies;

public sealed class DependencyPatternTests
{
    private static readonly RegistryEntry Entry = new(
        EntryId.Parse("n:entry"),
        "test.entry",
        RegistryValue.MapOf(("depends_on", "meta-one"), ("dotted.name", "meta-dotted"), ("quote\"back\\slash", "meta-quoted"), ("sp ace", "meta-space")),
        RegistryValue.MapOf(
            ("imports", RegistryValue.ListOf(Import("first", "x"), Import("second", "y"), "plain")),
            ("list", RegistryValue.ListOf("i0", 1L, RegistryValue.ListOf("nested"), RegistryValue.Null, "i4")),
            ("map", RegistryValue.MapOf(("k1", "v1"), ("k2", "v2"), ("k3", 3L), ("deep", RegistryValue.MapOf(("ref", "r1"), ("inner", RegistryValue.ListOf(RegistryValue.MapOf(("ref", "r2")))))))),
            ("ref", RegistryValue.MapOf(("ref", "r3")))));

    [Theory]
    [InlineData("meta.depends_on", "meta-one")]
    [InlineData("meta.\"dotted.name\"", "meta-dotted")]
    [InlineData("meta[\"dotted.name\"]", "meta-dotted")]
    [InlineData("meta.\"quote\\\"back\\\\slash\"", "meta-quoted")]
    [InlineData("meta.\"sp ace\"", "meta-space")]
    [InlineData("meta.*", "meta-one meta-dotted meta-quoted meta-space")]
    [InlineData("data.imports[*].from", "first second")]
    [InlineData("data.imports[1].from", "second")]
    [InlineData("data.imports[7].from", "")]
    [InlineData("data.imports.from", "")]
    [InlineData("data.imports.*.from", "")]
    [InlineData("data.imports", "plain")]
    [InlineData("data.list", "i0 i4")]
    [InlineData("data.list[*]", "i0 nested i4")]
    [InlineData("data.list[0]", "i0")]
    [InlineData("data.list[1]", "")]
    [InlineData("data.map.*", "v1 v2")]
    [InlineData("data.map[*]", "")]
    [InlineData("data.map.k3", "")]
    [InlineData("data.nothing.here", "")]
    [InlineData("data.**.ref", "r1 r2 r3")]
    [InlineData("data.map.**.ref", "r1 r2")]
    [InlineData("data.**.deep.**.ref", "r1 r2")]
    [InlineData("data.**.**.ref", "r1 r2 r3")]
    [InlineData("data.**.inner[*].ref", "r2")]
    [InlineData("data.map.**", "v1 v2 r1 r2")]
    [InlineData("data.*.ref", "r3")]
    [InlineData("data.ref", "")]
    [InlineData("data", "")]
    public void A_path_leads_to_strings(string path, string expected)
    {
        var found = new List<string>();

        DependencyPattern.Direct(path).Compiled.Find(Entry, found);

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), found.Distinct().Order());
    }

    [Theory]
    [InlineData("", 1, "begins with 'meta' or 'data'")]
    [InlineData("kind", 1, "begins with 'meta' or 'data'")]
    [InlineData("Meta.x", 1, "begins with 'meta' or 'data'")]
    [InlineData("meta.", 6, "a name, '*', '**' or a text in quotes is missing")]
    [InlineData("meta..x", 6, "a name, '*', '**' or a text in quotes is missing")]
    [InlineData("meta.a b", 7, "a step begins with '.' or '['")]
    [InlineData("meta.a*", 7, "a step begins with '.' or '['")]
    [InlineData("meta.***", 8, "a step begins with '.' or '['")]
    [InlineData("meta.a\"b\"", 7, "a step begins with '.' or '['")]
    [InlineData("meta.\"a", 6, "the quote has no end")]
    [InlineData("meta.\"a\\n\"", 9, "behind a backslash")]
    [InlineData("meta.\"a\\", 9, "behind a backslash")]
    [InlineData("data.x[", 8, "between brackets")]
    [InlineData("data.x[]", 8, "between brackets")]
    [InlineData("data.x[-1]", 8, "between brackets")]
    [InlineData("data.x[99999999999]", 8, "between brackets")]
    [InlineData("data.x[1", 9, "']' is missing")]
    [InlineData("data.x[*.y", 9, "']' is missing")]
    [InlineData("data.x]", 7, "a step begins with '.' or '['")]
    public void A_malformed_path_is_refused_with_its_column(string path, int column, string fault)
    {
        var error = Assert.Throws<DependencyPatternException>(() => DependencyPattern.Group(path));

        Assert.Equal((path, column), (error.Path, error.Column));
        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
        Assert.Contains($"at column {column}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_steps_is_bounded()
    {
        Assert.NotNull(DependencyPattern.Direct("data" + string.Concat(Enumerable.Repeat(".x", 63))));
        var error = Assert.Throws<DependencyPatternException>(() => DependencyPattern.Direct("data" + string.Concat(Enumerable.Repeat(".x", 64))));

        Assert.Contains("more than 63 steps", error.Message, StringComparison.Ordinal);
        Assert.Equal(4 + (63 * 2) + 1, error.Column);
    }

    /// <summary>Tried one by one, the ways to share 60 levels among 30 wildcards would be beyond counting.</summary>
    [Fact]
    public void Many_wildcards_cost_no_more_than_values_times_steps()
    {
        var value = RegistryValue.Of("end");
        for (var i = 0; i < 60; i++) value = RegistryValue.MapOf(("x", value));
        var found = new List<string>();

        DependencyPattern.Direct("data" + string.Concat(Enumerable.Repeat(".**.x", 30))).Compiled.Find(new(EntryId.Parse("n:e"), "k", default, value), found);

        Assert.Equal(["end"], found);
    }

    private static RegistryValue Import(string from, string name) => RegistryValue.MapOf(("from", from), ("name", name));
}
