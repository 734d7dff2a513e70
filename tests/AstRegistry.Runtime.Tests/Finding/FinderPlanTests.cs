using AstRegistry.Finding;

namespace AstRegistry.Runtime.Tests.Finding;

public sealed class FinderPlanTests
{
    private static readonly TestTable Table = new(Enumerable.Range(0, 1000).Select(static i => TestTable.Entry(
        FormattableString.Invariant($"app.m{i % 10}:{(i % 4 == 0 ? "get" : "set")}_item{i:000}Async"), i % 100 == 0 ? "function.lua" : "registry.entry", ("port", i), ("tags", RegistryValue.ListOf("t" + (i % 50), "all")))));

    private static Finder Eager() => new(new() { IndexAfter = 1, IndexInBackground = false, TimeProvider = new StoppedClock() });

    /// <summary>A query and its plan, by lines.</summary>
    [Theory]
    [InlineData("", "find everything", "1. scan 1000 entries", "depends on every namespace")]
    [InlineData(".id=app.m3:x", "find .id=app.m3:x", "1. look up the id 'app.m3:x'", "2. verify .id=app.m3:x", "depends on the namespace 'app.m3'")]
    [InlineData(".name=x .ns=app.m1", "find .ns=app.m1 .name=x", "1. look up the id 'app.m1:x'", "2. verify .ns=app.m1", "3. verify .name=x", "depends on the namespace 'app.m1'")]
    [InlineData(".ns=app.m1", "find .ns=app.m1", "1. list the namespace 'app.m1': 100 entries", "depends on the namespace 'app.m1'")]
    [InlineData(".kind=function.lua", "find .kind=function.lua", "1. look up 'function.lua' among the values of .kind: about 10 entries", "depends on every namespace")]
    [InlineData(".name^=get_item1", "find .name^=get_item1", "1. take the range of 'get_item1' from the sorted values of .name: about 25 entries, .name^=get_item1", "depends on every namespace")]
    [InlineData(".name$=99Async", "find .name$=99Async", "1. take the range of '99Async' from the reversed values of .name: about 10 entries, .name$=99Async", "depends on every namespace")]
    [InlineData(".name*=item99", "find .name*=item99", "1. intersect the trigrams of 'item99' over .name: at most about 10 entries, .name*=item99", "depends on every namespace")]
    [InlineData(".name~=^get_item99", "find .name~=^get_item99", "1. take the range of 'get_item99' from the sorted values of .name: about 2 entries, .name~=^get_item99", "depends on every namespace")]
    [InlineData(".name~=[0-9]+99Async", "find .name~=[0-9]+99Async", "1. intersect the trigrams of '99Async' over .name: at most about 10 entries, .name~=[0-9]+99Async", "depends on every namespace")]
    [InlineData(".kind~=lua|js", "find .kind~=lua|js", "1. test every distinct value of .kind: .kind~=lua|js", "depends on every namespace")]
    [InlineData("meta.tags=t7 .kind=registry.entry", "find .kind=registry.entry meta.tags=t7", "1. look up 't7' among the values of meta.tags: about 20 entries", "2. verify .kind=registry.entry", "depends on every namespace")]
    [InlineData("meta.port==7", "find meta.port==7", "1. look up '7' among the values of meta.port: about 1 entries", "depends on every namespace")]
    [InlineData("meta.port==null", "find meta.port==null", "1. scan 1000 entries", "2. verify meta.port==null", "depends on every namespace")]
    public void A_plan_is_told_line_by_line(string text, params string[] lines)
    {
        var plan = Eager().Explain(Table.Snapshot, text);
        Assert.Equal(string.Join("\n  ", lines), plan.ToString());
        Assert.Equal(text.Length == 0 ? 1 : lines.Length - 2, plan.Steps.Count);
        Assert.Equal(1000, plan.EntryCount);
    }

    [Fact]
    public void The_most_selective_term_comes_first_and_the_others_are_verified()
    {
        var plan = Eager().Explain(Table.Snapshot, ".kind=registry.entry .name^=get_ meta.tags=all .name*=item123");
        Assert.Equal(FinderAccess.Trigrams, plan.Steps[0].Access);
        Assert.Equal([FinderAccess.Verify, FinderAccess.Verify, FinderAccess.Verify], plan.Steps.Skip(1).Select(static step => step.Access));
    }

    [Fact]
    public void A_field_gets_its_index_when_it_has_been_asked_for_often_enough()
    {
        var finder = new Finder(new() { IndexAfter = 3, IndexInBackground = false });
        Assert.Equal(
            [FinderAccess.Scan, FinderAccess.Scan, FinderAccess.Prefix, FinderAccess.Prefix],
            Enumerable.Range(0, 4).Select(_ => finder.Explain(Table.Snapshot, ".name^=get_").Steps[0].Access));
    }

    [Fact]
    public void Indexes_outlive_a_commit_and_what_changed_is_looked_at_beside_them()
    {
        var table = new TestTable(Enumerable.Range(0, 1000).Select(static i => TestTable.Entry(FormattableString.Invariant($"app:n{i:000}"))));
        var finder = Eager();
        Assert.Single(finder.Ask(table.Snapshot, ".name=n007"));
        table.Remove("app:n007");
        table.Put("app:n008", "other");
        table.Put("app:n00x");
        var snapshot = table.Commit();
        var plan = finder.Explain(snapshot, ".name^=n00");
        Assert.Equal(3, plan.ChangedCount);
        Assert.Contains("test 3 entries that changed", plan.ToString(), StringComparison.Ordinal);
        Assert.Equal(10, finder.Ask(snapshot, ".name^=n00").Count);
        Assert.Equal("n00x", finder.Ask(snapshot, ".name^=n00")[^1].Id.Name);
        Assert.Single(finder.Indexes.Bases);
    }

    [Fact]
    public void When_much_has_changed_new_indexes_take_the_place_of_the_old_ones()
    {
        var table = new TestTable(Enumerable.Range(0, 1000).Select(static i => TestTable.Entry(FormattableString.Invariant($"app:n{i:000}"))));
        var finder = Eager();
        finder.Ask(table.Snapshot, ".name^=n00");
        for (var i = 0; i < 300; i++) table.Put(FormattableString.Invariant($"app:n{i:000}"), "other");
        var plan = finder.Explain(table.Commit(), ".name^=n00");
        Assert.Equal(FinderAccess.Prefix, plan.Steps[0].Access);
        Assert.Equal(0, plan.ChangedCount);
        Assert.Single(finder.Indexes.Bases);
    }

    [Fact]
    public void When_many_queries_have_looked_at_a_few_changes_new_indexes_are_made_as_well()
    {
        var table = new TestTable(Enumerable.Range(0, 100).Select(static i => TestTable.Entry(FormattableString.Invariant($"app:n{i:000}"))));
        var finder = Eager();
        finder.Ask(table.Snapshot, ".name^=n00");
        for (var i = 0; i < 50; i++) table.Put(FormattableString.Invariant($"app:n{i:000}"), "other");
        var snapshot = table.Commit();
        Assert.Equal(50, finder.Explain(snapshot, ".name^=n00").ChangedCount);
        for (var i = 0; i < 70; i++) finder.Explain(snapshot, ".name^=n00");
        Assert.Equal(0, finder.Explain(snapshot, ".name^=n00").ChangedCount);
    }

    [Fact]
    public void Snapshots_without_a_common_past_have_indexes_of_their_own()
    {
        var finder = Eager();
        var tables = Enumerable.Range(0, 3).Select(static world => new TestTable(Enumerable.Range(0, 5000).Select(i => TestTable.Entry(FormattableString.Invariant($"w{world}:n{i:0000}"))))).ToArray();
        for (var round = 0; round < 2; round++)
        {
            foreach (var table in tables) Assert.Equal(table.Snapshot.Entries.Take(10), finder.Ask(table.Snapshot, ".name^=n000"));
        }

        Assert.Equal(2, finder.Indexes.Bases.Count);
    }

    [Fact]
    public void The_number_of_indexed_paths_is_bounded_and_the_least_recently_used_one_makes_room()
    {
        var finder = new Finder(new() { IndexAfter = 1, IndexInBackground = false, MaxIndexedPaths = 2, CacheSize = 0 });
        var snapshot = new TestTable(Enumerable.Range(0, 20).Select(static i => TestTable.Entry(FormattableString.Invariant($"app:x{i}"), "thing", ("a", i), ("b", i), ("c", i)))).Snapshot;
        foreach (var path in new[] { "a", "b", "a", "c" }) Assert.Single(finder.Ask(snapshot, $"meta.{path}=1"));
        Assert.Equal(["meta.a", "meta.c"], finder.Indexes.Bases[0].Built.Select(static index => index.Field.ToString()).Order());
        for (var i = 0; i < 1000; i++) Assert.Empty(finder.Ask(snapshot, FormattableString.Invariant($"meta.p{i}=1")));
        Assert.Equal(2, finder.Indexes.Bases[0].Built.Count());
    }

    [Fact]
    public void An_index_that_takes_too_much_memory_is_not_made()
    {
        var finder = new Finder(new() { IndexAfter = 1, IndexInBackground = false, MaxIndexBytes = 1000 });
        Assert.Equal(FinderAccess.Scan, finder.Explain(Table.Snapshot, ".name^=get_").Steps[0].Access);
        Assert.Equal(250, finder.Ask(Table.Snapshot, ".name^=get_").Count);
        Assert.Empty(finder.Indexes.Bases[0].Built);
    }

    [Fact]
    public void Values_too_long_for_trigrams_are_found()
    {
        var long1 = new string('x', 2000) + "needle" + new string('y', 2000);
        var others = Enumerable.Range(0, 20).Select(static i => TestTable.Entry(FormattableString.Invariant($"app:x{i}"), "thing", ("v", i)));
        var snapshot = new TestTable([TestTable.Entry("app:a", "thing", ("v", long1)), TestTable.Entry("app:b", "thing", ("v", "a needle")), .. others]).Snapshot;
        Assert.Equal(FinderAccess.Trigrams, Eager().Explain(snapshot, "meta.v*=needle").Steps[0].Access);
        Assert.Equal(["a", "b"], Eager().Ask(snapshot, "meta.v*=needle").Select(static entry => entry.Id.Name));
    }

    [Theory]
    [InlineData("meta.v=a", FinderAccess.Equality)]
    [InlineData("meta.v^=a", FinderAccess.Prefix)]
    [InlineData("meta.v*=aab", FinderAccess.Trigrams)]
    public void An_entry_is_found_once_however_many_of_its_values_are(string query, FinderAccess access)
    {
        var others = Enumerable.Range(0, 20).Select(static i => TestTable.Entry(FormattableString.Invariant($"app:x{i}"), "thing", ("v", i)));
        var snapshot = new TestTable([TestTable.Entry("app:a", "thing", ("v", RegistryValue.ListOf("a", "a", "aab", "aabb", "aab"))), .. others]).Snapshot;
        var finder = Eager();
        Assert.Single(finder.Ask(snapshot, query));
        Assert.Equal(access, finder.Explain(snapshot, query).Steps[0].Access);
    }

    [Theory]
    [InlineData("^get_", "get_", "")]
    [InlineData("^get_?x", "get", "x")]
    [InlineData("abc+def", null, "abc def")]
    [InlineData("abc*def", null, "def ab")]
    [InlineData("abc{2}def", null, "def ab")]
    [InlineData("a\\.b", null, "a.b")]
    [InlineData("abc\\dxyz", null, "abc xyz")]
    [InlineData("abc\\p{Lu}xyz", null, "abc")]
    [InlineData("abc[xyz]def", null, "abc def")]
    [InlineData("abc[]x]def", null, "abc")]
    [InlineData("abc(def|xyz)", null, "")]
    [InlineData("abc(def)xyz", null, "abc xyz")]
    [InlineData("abc(d(e)f)?xyz$", null, "abc xyz")]
    [InlineData("(?i)abc", null, "")]
    [InlineData("a|b", null, "")]
    public void What_a_regular_expression_must_contain_is_read_from_it(string pattern, string? prefix, string parts)
    {
        var needs = RegexLiterals.Of(pattern);
        Assert.Equal(prefix, needs.Prefix);
        Assert.Equal(parts, string.Join(' ', needs.Contains));
        Assert.False(needs.IsExact);
    }
}
