using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Finding;

/// <summary>Whatever the entries, the commits and the queries: the finder finds what a plain filter finds, in the same order.</summary>
public sealed class FinderLawTests
{
    private const int Commits = 8;
    private const int QueriesPerCommit = 12;
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(40);

    [Theory]
    [InlineData(1, 1024)]
    [InlineData(1, 0)]
    [InlineData(2, 16)]
    public void The_finder_finds_what_a_filter_finds_across_commits(int indexAfter, int cacheSize) => Check.One(Some, Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var finder = new Finder(new() { IndexAfter = indexAfter, IndexInBackground = false, CacheSize = cacheSize, MaxIndexedPaths = 3, TimeProvider = new StoppedClock() });
            var world = new RandomWorld(seed);
            var table = new TestTable();
            var seen = new List<RegistrySnapshot>();
            var queries = new List<FinderQuery>();
            for (var commit = 0; commit < Commits; commit++)
            {
                Change(table, world);
                seen.Add(table.Commit());
                for (var i = 0; i < QueriesPerCommit; i++) AssertSame(finder, world, seen, queries);
            }
        }));

    [Fact]
    public void The_normalized_text_of_a_query_parses_to_an_equal_query() => Check.One(Some.WithMaxTest(300), Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var world = new RandomWorld(seed);
            var table = new TestTable(Enumerable.Range(0, 10).Select(_ => world.Entry(world.Id())));
            var query = world.Query(table.Snapshot);
            var parsed = FinderQuery.Parse(query.ToString());
            Assert.Equal(query, parsed);
            Assert.Equal(query.Terms.Select(static term => (term.Operator, term.Field, term.Value)), parsed.Terms.Select(static term => (term.Operator, term.Field, term.Value)));
        }));

    private static void Change(TestTable table, RandomWorld world)
    {
        // Now and then most entries go, so that the table moves the rest together.
        var ids = table.Snapshot.Entries.Select(static entry => entry.Id.ToString()).ToArray();
        var isPurge = ids.Length > 70 && world.Next(3) == 0;
        foreach (var id in ids.Where(_ => world.Next(10) < (isPurge ? 8 : 1))) table.Remove(id);
        foreach (var id in ids.Where(_ => world.Next(10) == 0)) table.Put(world.Entry(id));
        for (var i = world.Next(80); i > 0; i--) table.Put(world.Entry(world.Id()));
    }

    private static void AssertSame(Finder finder, RandomWorld world, List<RegistrySnapshot> seen, List<FinderQuery> queries)
    {
        // Mostly the newest snapshot; now and then an old one, and a query that was asked before.
        var snapshot = world.Next(4) == 0 ? seen[world.Next(seen.Count)] : seen[^1];
        if (queries.Count == 0 || world.Next(3) > 0) queries.Add(world.Query(snapshot));
        var query = queries[world.Next(queries.Count)];
        var expected = NaiveFilter.Find(snapshot, query);
        var found = finder.Ask(snapshot, query);
        Assert.True(expected.SequenceEqual(found), $"{query}\n{finder.Explain(snapshot, query)}\nexpected {string.Join(", ", (object[])expected)}\nfound {string.Join(", ", found)}");
        Assert.True(expected.SequenceEqual(finder.AskEach(snapshot, query)), $"{query} by enumeration");
        var (offset, limit) = (world.Next(5), world.Next(5));
        Assert.True(expected.Skip(offset).Take(limit).SequenceEqual(finder.Ask(snapshot, query, limit, offset)), $"{query} by page");
        Assert.Equal(expected, snapshot.Entries.Where(query.Matches));
    }
}
