using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Dependencies;

public sealed class DependencyOrderTests
{
    private const int Many = 100_000;

    private static readonly DependencyResolver Resolver = new(DependencyPattern.Direct("meta.depends_on"));

    [Fact]
    public void A_chain_begins_with_what_depends_on_nothing() =>
        Assert.Equal("n:c n:b n:a", Order(Graphs.Entry("n:a", "b"), Graphs.Entry("n:b", "c"), Graphs.Entry("n:c")));

    [Fact]
    public void The_sides_of_a_diamond_stand_by_id() => Assert.Equal(
        "n:z n:b n:c n:a",
        Order(Graphs.Entry("n:c", "z"), Graphs.Entry("n:a", "c", "b"), Graphs.Entry("n:z"), Graphs.Entry("n:b", "z")));

    /// <summary>Ordinal: capitals before small letters; namespaces before names.</summary>
    [Fact]
    public void Free_entries_stand_in_ordinal_order() => Assert.Equal(
        "a:z b:Z b:a b:a-1 b:a1 b.a:a c:A",
        Order(Graphs.Entry("b.a:a"), Graphs.Entry("b:a1"), Graphs.Entry("b:a"), Graphs.Entry("b:Z"), Graphs.Entry("a:z"), Graphs.Entry("b:a-1"), Graphs.Entry("c:A")));

    [Fact]
    public void What_becomes_free_stands_before_greater_ids() => Assert.Equal(
        "n:b n:a n:d n:c n:e",
        Order(Graphs.Entry("n:a", "b"), Graphs.Entry("n:b"), Graphs.Entry("n:c", "d"), Graphs.Entry("n:d"), Graphs.Entry("n:e")));

    [Fact]
    public void A_circle_is_reported_with_its_path_from_the_least_id()
    {
        var error = Assert.Throws<DependencyCycleException>(() => Order(
            Graphs.Entry("n:0", "c"), Graphs.Entry("n:c", "a", "f"), Graphs.Entry("n:a", "b"), Graphs.Entry("n:b", "c"), Graphs.Entry("n:f"), Graphs.Entry("n:g")));

        Assert.Equal("n:a n:b n:c n:a", string.Join(' ', error.Path));
        Assert.Contains("in a circle: n:a → n:b → n:c → n:a.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_depends_on_itself_is_a_circle() =>
        Assert.Equal("n:a n:a", string.Join(' ', Assert.Throws<DependencyCycleException>(() => Order(Graphs.Entry("n:a", "a"))).Path));

    [Fact]
    public void A_circle_that_is_not_met_does_not_matter()
    {
        var snapshot = Versions.Samples.Snapshot(Graphs.Entry("n:a", "a"), Graphs.Entry("n:b", "c"), Graphs.Entry("n:c"));

        Assert.Equal("n:c n:b", string.Join(' ', Resolver.Sort(snapshot, [EntryId.Parse("n:b"), EntryId.Parse("n:c"), EntryId.Parse("n:b")])));
        Assert.Throws<DependencyCycleException>(() => Resolver.Sort(snapshot));
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_is_sorted_and_its_circle_found()
    {
        var chain = Enumerable.Range(0, Many).Select(static i => Graphs.Entry(Name(i), i == 0 ? [] : [$"e{i - 1:D6}"])).ToArray();
        var circle = Versions.Samples.Snapshot(chain[1..].Prepend(Graphs.Entry(Name(0), $"e{Many - 1:D6}")));

        Assert.Equal(Enumerable.Range(0, Many).Select(Name), Resolver.Sort(Versions.Samples.Snapshot(chain)).Select(static id => id.ToString()));
        var error = Assert.Throws<DependencyCycleException>(() => Resolver.Sort(circle));
        Assert.Equal(Many + 1, error.Path.Count);
        Assert.True(error.Message.Length < 1_000);
        Assert.Contains("… (100000 entries) → n:e000000", error.Message, StringComparison.Ordinal);
        Assert.Equal(Many, ChangeSet.BuildDelta(RegistrySnapshot.Empty, circle, Resolver).Count);
    }

    [Fact]
    public void The_order_is_the_least_that_is_sound_whatever_order_the_entries_came_in() => Check.One(Versions.Samples.Laws, Prop.ForAll(
        Graphs.Acyclic.ToArbitrary(),
        Gen.SubListOf(Enumerable.Range(1, 10)).ToArbitrary(),
        static (graph, some) =>
        {
            var all = Resolver.Sort(graph.Snapshot());
            Assert.Equal(Least(graph, graph.Nodes), all);
            Assert.Equal(all, Resolver.Sort(graph.Rewritten()));

            var wanted = some.Where(graph.Nodes.Contains).ToArray();
            var sorted = Resolver.Sort(graph.Snapshot(), wanted.Select(Graphs.Graph.IdOf));
            Assert.Equal(Least(graph, wanted), sorted);
            Assert.Equal(sorted, Resolver.Sort(graph.Rewritten(), wanted.Reverse().Select(Graphs.Graph.IdOf)));
            Assert.Equal(sorted, Resolver.Resolve(graph.Rewritten()).Sort(wanted.Select(Graphs.Graph.IdOf)));
        }));

    [Fact]
    public void There_is_an_order_or_a_path_that_is_a_circle() => Check.One(Versions.Samples.Laws, Prop.ForAll(Graphs.Any.ToArbitrary(), static graph =>
    {
        var snapshot = graph.Snapshot();
        if (!snapshot.Entries.Any(entry => graph.Reaches(entry.Id, entry.Id)))
        {
            graph.AssertOrdered(Resolver.Sort(snapshot));
            return;
        }

        var path = Assert.Throws<DependencyCycleException>(() => Resolver.Sort(snapshot)).Path;
        Assert.Equal(path[0], path[^1]);
        Assert.Equal(path.Min(), path[0]);
        Assert.Equal(path.Count - 1, path.Distinct().Count());
        for (var i = 1; i < path.Count; i++) Assert.Contains(path[i], Resolver.DependenciesOf(snapshot, path[i - 1]));
        Assert.Equal(path, Assert.Throws<DependencyCycleException>(() => Resolver.Sort(graph.Rewritten())).Path);
    }));

    [Fact]
    public void What_an_entry_reaches_is_what_the_relation_says() => Check.One(Versions.Samples.Laws, Prop.ForAll(Graphs.Any.ToArbitrary(), static graph =>
    {
        var resolved = Resolver.Resolve(graph.Snapshot());
        foreach (var id in resolved.Ids)
        {
            var others = resolved.Ids.Where(other => other != id).ToList();
            Assert.Equal(others.Where(other => graph.Reaches(id, other)), resolved.AllDependenciesOf(id));
            Assert.Equal(others.Where(other => graph.Reaches(other, id)), resolved.AllDependentsOf(id));
        }
    }));

    /// <summary>By taking, again and again, the least id among those that reach nothing which is left.</summary>
    private static List<EntryId> Least(Graphs.Graph graph, IEnumerable<int> nodes)
    {
        var left = nodes.Select(Graphs.Graph.IdOf).Order().ToList();
        var order = new List<EntryId>();
        while (left.Count > 0)
        {
            order.Add(left.First(id => !left.Exists(other => graph.Reaches(id, other))));
            left.Remove(order[^1]);
        }

        return order;
    }

    private static string Order(params IEnumerable<RegistryEntry> entries)
    {
        var list = entries.ToList();
        var order = string.Join(' ', Resolver.Sort(Versions.Samples.Snapshot(list)));
        list.Reverse();
        Assert.Equal(order, string.Join(' ', Resolver.Sort(Versions.Samples.Snapshot(list))));
        return order;
    }

    private static string Name(int i) => $"n:e{i:D6}";
}
