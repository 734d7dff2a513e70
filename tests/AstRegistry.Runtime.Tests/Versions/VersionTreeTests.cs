using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Versions;

public sealed class VersionTreeTests
{
    /// <summary>1 and 2 follow one another; 3 and 4 part from 2, and 5 from 1.</summary>
    private static readonly VersionTree Branched = VersionTree.Initial.AddRange([Version(1, 0), Version(2, 1), Version(3, 2), Version(4, 2), Version(5, 1), Version(6, 4)]);

    [Fact]
    public void A_branch_has_its_own_parent()
    {
        Assert.Equal(7, Branched.Count);
        Assert.Equal([0L, 1L, 2L, 3L, 4L, 5L, 6L], Branched.All.Select(Revision));
        Assert.Equal(2, Branched[4].Parent);
        Assert.Equal(1, Branched[5].Parent);
        Assert.Equal([3L, 4L], Branched.ChildrenOf(2).Select(Revision));
        Assert.Empty(Branched.ChildrenOf(6));
        Assert.Equal([3L, 5L, 6L], Branched.Heads.Select(Revision));
        Assert.Equal([6L, 4L, 2L, 1L, 0L], Branched.LineOf(6).Select(Revision));
        Assert.Equal("7 versions, 3 heads", Branched.ToString());
        Assert.True(Branched.TryGet(3, out var version) && version == Version(3, 2));
        Assert.False(Branched.TryGet(7, out _));
        Assert.False(Branched.Contains(-1));
    }

    [Fact]
    public void An_addition_leaves_the_tree_as_it_was()
    {
        var left = VersionTree.Initial.Add(Version(1, 0));
        var more = left.Add(Version(2, 1));
        var other = left.Add(Version(3, 1));

        Assert.Equal((2, 3, 3), (left.Count, more.Count, other.Count));
        Assert.Equal([1L], left.Heads.Select(Revision));
        Assert.Empty(left.ChildrenOf(1));
        Assert.Equal([2L], more.ChildrenOf(1).Select(Revision));
        Assert.Equal([3L], other.ChildrenOf(1).Select(Revision));
        Assert.Equal([0L], VersionTree.Initial.Heads.Select(Revision));
    }

    [Theory]
    [InlineData(0, 3, "+v1 +v2 +v3")]
    [InlineData(3, 1, "−v3 −v2")]
    [InlineData(3, 4, "−v3 +v4")]
    [InlineData(5, 6, "−v5 +v2 +v4 +v6")]
    [InlineData(6, 5, "−v6 −v4 −v2 +v5")]
    [InlineData(4, 4, "")]
    [InlineData(0, 0, "")]
    public void The_way_leads_back_to_the_common_ancestor_and_forward(long from, long to, string steps) =>
        Assert.Equal(steps, string.Join(' ', Branched.PathBetween(from, to)));

    [Theory]
    [InlineData(3, 4, 2)]
    [InlineData(3, 5, 1)]
    [InlineData(6, 2, 2)]
    [InlineData(0, 6, 0)]
    [InlineData(5, 5, 5)]
    public void Two_versions_have_a_common_ancestor(long left, long right, long ancestor) => Assert.Equal(ancestor, Branched.CommonAncestor(left, right).Revision);

    [Fact]
    public void An_unknown_version_is_named()
    {
        foreach (var ask in (Action[])[() => Branched.PathBetween(3, 9), () => Branched.PathBetween(9, 3), () => Branched.CommonAncestor(9, 9), () => Branched.ChildrenOf(9), () => Branched.LineOf(9), () => _ = Branched[9]])
        {
            var error = Assert.Throws<UnknownVersionException>(ask);
            Assert.Equal(9, error.Revision);
            Assert.Contains("no version 9 among the 7 known, whose heads are 3, 5, 6", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_cannot_be_added_is_refused()
    {
        Assert.Contains("parent 8, which is not there", Assert.Throws<UnknownVersionException>(() => Branched.Add(Version(9, 8))).Message, StringComparison.Ordinal);
        Assert.Contains("Version 3 is there already", Assert.Throws<ArgumentException>(() => Branched.Add(Version(3, 2))).Message, StringComparison.Ordinal);
        Assert.Contains("Version 7 does not come after its parent 7", Assert.Throws<ArgumentException>(() => Branched.Add(Version(7, 7))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => VersionTree.WithRoots());
        Assert.Equal(7, Branched.Count);
        Assert.Equal([0L, 1L, 2L, 3L, 4L, 5L, 6L], Branched.All.Select(Revision));
    }

    [Fact]
    public void A_compacted_tree_begins_with_what_is_left()
    {
        var tree = VersionTree.WithRoots(Version(4, 3), Version(7, 2)).AddRange([Version(8, 4), Version(9, 7), Version(10, 9)]);

        Assert.Equal([8L, 10L], tree.Heads.Select(Revision));
        Assert.Equal("−v10 −v9", string.Join(' ', tree.PathBetween(10, 7)));
        Assert.Contains("versions 8 and 10 have no common ancestor", Assert.Throws<UnknownVersionException>(() => tree.PathBetween(8, 10)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_way_is_the_shortest_in_any_tree() => Check.One(Samples.Laws, Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ArrayOf().ToArbitrary(),
        static choices =>
        {
            var parents = choices.Select(static (choice, i) => (long)(choice % (i + 1))).ToArray();
            var tree = VersionTree.Initial.AddRange(parents.Select(static (parent, i) => Version(i + 1, parent)));
            for (var from = 0; from <= parents.Length; from++)
            {
                var ways = ShortestWays(parents, from);
                for (var to = 0; to <= parents.Length; to++) Assert.Equal(ways[to], tree.PathBetween(from, to));
            }
        }));

    [Fact]
    public void A_long_chain_and_a_comb_are_searched_without_recursion()
    {
        const int Length = 100_000;
        var chain = VersionTree.Initial.AddRange(Enumerable.Range(1, Length).Select(static revision => Version(revision, revision - 1)));
        var comb = chain.AddRange(Enumerable.Range(1, Length).Select(static revision => Version(Length + revision, revision)));

        Assert.Equal(Length, chain.PathBetween(0, Length).Count);
        Assert.Equal(70_000, chain.CommonAncestor(Length, 70_000).Revision);
        Assert.Equal(30_000, comb.CommonAncestor(Length + 30_000, Length + 90_000).Revision);
        Assert.Equal(60_002, comb.PathBetween(Length + 30_000, Length + 90_000).Count);
        Assert.Equal(Length, comb.Heads.Count);
    }

    [Fact]
    public void Going_by_way_of_others_leads_to_the_same_entries() => Check.One(Samples.Laws.WithMaxTest(100), Prop.ForAll(
        Samples.Histories.ToArbitrary(),
        static history =>
        {
            var last = history.States.Length - 1;
            foreach (var start in history.States)
            {
                var direct = history.Go(start, last);
                Assert.Equal(Samples.Content(history.States[last]), Samples.Content(direct));
                foreach (var between in history.States) Assert.Equal(Samples.Content(direct), Samples.Content(history.Go(history.Go(start, between.Revision), last)));
            }
        }));

    /// <summary>The ways from one version to all, by a search in breadth over parents and children alike.</summary>
    private static VersionStep[][] ShortestWays(long[] parents, long from)
    {
        var ways = new VersionStep[parents.Length + 1][];
        ways[from] = [];
        var open = new Queue<long>([from]);
        while (open.TryDequeue(out var at))
        {
            if (at > 0) Reach(parents[at - 1], ways, open, [.. ways[at], new(at, VersionDirection.Reverse)]);
            for (var child = 1; child <= parents.Length; child++)
            {
                if (parents[child - 1] == at) Reach(child, ways, open, [.. ways[at], new(child, VersionDirection.Forward)]);
            }
        }

        return ways;
    }

    private static void Reach(long at, VersionStep[][] ways, Queue<long> open, VersionStep[] way)
    {
        if (ways[at] is not null) return;
        ways[at] = way;
        open.Enqueue(at);
    }

    private static RegistryVersion Version(long revision, long parent) => new(revision, parent, DateTimeOffset.UnixEpoch, "", Guid.Empty, 0);

    private static long Revision(RegistryVersion version) => version.Revision;
}
