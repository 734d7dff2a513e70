namespace AstRegistry.Runtime.Tests.Dependencies;

public sealed class DependencyResolverTests
{
    private static readonly RegistryEntry[] Entries =
    [
        With("shop:cart", ("depends_on", RegistryValue.ListOf("item", "tax:rate", "gone", "tax:none", ":bad", ""))),
        With("shop:item", ("depends_on", "tax:*")),
        With("shop:desk", ("depends_on", "*")),
        With("shop:page", ("needs_group", "money"), ("needs_space", "tax")),
        With("shop:form", ("needs_group", RegistryValue.ListOf("nobody")), ("needs_space", "nowhere")),
        With("tax:rate", ("group", "money")),
        With("tax:year", ("groups", RegistryValue.ListOf("money", "time")), ("team", "audit")),
        With("pay:card", ("group", "money"), ("needs_group", "money")),
        With("audit:log", ("needs_space", "audit"), ("team", "audit"), ("depends_on", 5L)),
        With("odd:a:b", ("depends_on", "odd:a:b")),
    ];

    private static readonly RegistrySnapshot Snapshot = Versions.Samples.Snapshot(Entries);

    private static readonly DependencyResolver Resolver = new(
        DependencyPattern.Direct("meta.depends_on"), DependencyPattern.Group("meta.needs_group"), DependencyPattern.Namespace("meta.needs_space"));

    [Theory]
    [InlineData("shop:cart", "shop:item tax:rate")]
    [InlineData("shop:item", "tax:rate tax:year")]
    [InlineData("shop:desk", "shop:cart shop:form shop:item shop:page")]
    [InlineData("shop:page", "pay:card tax:rate tax:year")]
    [InlineData("shop:form", "")]
    [InlineData("pay:card", "tax:rate tax:year")]
    [InlineData("audit:log", "")]
    [InlineData("odd:a:b", "odd:a:b")]
    public void Direct_group_and_namespace_patterns_find_entries(string id, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Resolver.DependenciesOf(Snapshot, EntryId.Parse(id))));
        Assert.Equal(expected, string.Join(' ', Resolver.Resolve(Snapshot).DependenciesOf(EntryId.Parse(id))));
    }

    [Fact]
    public void What_is_missing_is_reported_apart() => Assert.Equal(
        [
            "shop:cart → gone (Direct meta.depends_on)",
            "shop:cart → tax:none (Direct meta.depends_on)",
            "shop:cart → :bad (Direct meta.depends_on)",
            "shop:cart →  (Direct meta.depends_on)",
            "shop:form → nobody (Group meta.needs_group)",
            "shop:form → nowhere (Namespace meta.needs_space)",
        ],
        Resolver.Resolve(Snapshot).Missing.Select(static missing => missing.ToString()));

    [Fact]
    public void Groups_may_be_named_elsewhere()
    {
        var resolver = Resolver.WithGroupPaths("meta.team");
        var snapshot = Versions.Samples.Snapshot([.. Entries, With("x:reader", ("needs_group", "audit"))]);

        Assert.Equal("audit:log tax:year", string.Join(' ', resolver.DependenciesOf(snapshot, EntryId.Parse("x:reader"))));
        Assert.DoesNotContain(EntryId.Parse("pay:card"), resolver.DependenciesOf(snapshot, EntryId.Parse("shop:page")));
        Assert.Equal(["meta.group", "meta.groups"], Resolver.GroupPaths);
        Assert.Equal(7, Assert.Throws<DependencyPatternException>(() => Resolver.WithGroupPaths("meta.a b")).Column);
    }

    [Fact]
    public void Transitive_dependencies_and_dependents_are_found()
    {
        var graph = new DependencyResolver(DependencyPattern.Direct("meta.depends_on")).Resolve(Diamond());

        Assert.Equal("n:bottom n:left n:right", string.Join(' ', graph.AllDependenciesOf(EntryId.Parse("n:top"))));
        Assert.Equal("n:left n:right n:top", string.Join(' ', graph.AllDependentsOf(EntryId.Parse("n:bottom"))));
        Assert.Equal("n:left n:right", string.Join(' ', graph.DependentsOf(EntryId.Parse("n:bottom"))));
        Assert.Empty(graph.AllDependenciesOf(EntryId.Parse("n:bottom")));
        Assert.Equal("4 entries, 4 dependencies, 0 missing", graph.ToString());
        Assert.Equal(4, graph.Count);
    }

    [Fact]
    public void A_reader_of_a_circle_ends()
    {
        var graph = new DependencyResolver(DependencyPattern.Direct("meta.depends_on"))
            .Resolve(Versions.Samples.Snapshot(Graphs.Entry("n:a", "b"), Graphs.Entry("n:b", "c"), Graphs.Entry("n:c", "a")));

        Assert.Equal("n:b n:c", string.Join(' ', graph.AllDependenciesOf(EntryId.Parse("n:a"))));
        Assert.Equal("n:b n:c", string.Join(' ', graph.AllDependentsOf(EntryId.Parse("n:a"))));
    }

    [Fact]
    public void An_unknown_entry_is_named()
    {
        Assert.Equal("n:none", Assert.Throws<EntryNotFoundException>(() => Resolver.DependenciesOf(Diamond(), EntryId.Parse("n:none"))).Id.ToString());
        Assert.Throws<EntryNotFoundException>(() => Resolver.Resolve(Diamond()).DependentsOf(EntryId.Parse("n:none")));
        Assert.Throws<EntryNotFoundException>(() => Resolver.Sort(Diamond(), [EntryId.Parse("n:none")]));
    }

    [Fact]
    public void Without_patterns_nothing_depends_on_anything()
    {
        var graph = new DependencyResolver().Resolve(Diamond());

        Assert.All(graph.Ids, id => Assert.Empty(graph.DependenciesOf(id)));
        Assert.Equal(graph.Ids, graph.Sort());
    }

    private static RegistrySnapshot Diamond() =>
        Versions.Samples.Snapshot(Graphs.Entry("n:top", "right", "left"), Graphs.Entry("n:left", "bottom"), Graphs.Entry("n:right", "bottom"), Graphs.Entry("n:bottom"));

    private static RegistryEntry With(string id, params IEnumerable<(string, RegistryValue)> meta) => new(EntryId.Parse(id), "test.entry", RegistryValue.MapOf(meta));
}
