using System.Diagnostics.Metrics;
using AstRegistry.Finding;

namespace AstRegistry.Runtime.Tests.Finding;

public sealed class FinderCacheTests : IDisposable
{
    private readonly Meter _meter = new("AstRegistry");
    private readonly MeterListener _listener = new();
    private readonly TestTable _table = new(TestTable.Entry("app:a"), TestTable.Entry("app:b"), TestTable.Entry("sys:a"));
    private long _hits;
    private long _misses;

    public FinderCacheTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == _meter) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Interlocked.Add(ref instrument.Name.EndsWith("hits", StringComparison.Ordinal) ? ref _hits : ref _misses, value));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void The_same_query_is_answered_from_the_cache_however_it_is_written()
    {
        var finder = Make();
        var first = finder.Ask(_table.Snapshot, ".name=a .kind=thing");
        Assert.Same(first, finder.Ask(_table.Snapshot, ".kind=thing  .name=a"));
        Assert.Same(first, finder.Ask(_table.Snapshot, FinderQuery.Parse(".name=\"a\" .kind=thing .name=a")));
        AssertCounts(hits: 2, misses: 1);
    }

    [Fact]
    public void A_commit_that_matters_makes_a_miss_and_one_that_does_not_leaves_a_hit()
    {
        var finder = Make();
        Assert.Equal(2, finder.Ask(_table.Snapshot, ".ns=app").Count);
        _table.Put("sys:b");
        Assert.Equal(2, finder.Ask(_table.Commit(), ".ns=app").Count);
        AssertCounts(hits: 1, misses: 1);
        _table.Put("app:c");
        Assert.Equal(3, finder.Ask(_table.Commit(), ".ns=app").Count);
        AssertCounts(hits: 1, misses: 2);
        _table.Put("app:c", "other");
        Assert.Equal("other", finder.Ask(_table.Commit(), ".ns=app")[2].Kind);
        AssertCounts(hits: 1, misses: 3);
        _table.Remove("app:a");
        Assert.Equal(2, finder.Ask(_table.Commit(), ".ns=app").Count);
        AssertCounts(hits: 1, misses: 4);
    }

    [Fact]
    public void A_query_of_every_namespace_misses_after_any_commit()
    {
        var finder = Make();
        Assert.Equal(2, finder.Ask(_table.Snapshot, ".name=a").Count);
        _table.Put("other:a");
        Assert.Equal(3, finder.Ask(_table.Commit(), ".name=a").Count);
        AssertCounts(hits: 0, misses: 2);
    }

    [Fact]
    public void A_namespace_that_is_not_there_is_found_when_it_comes()
    {
        var finder = Make();
        Assert.Empty(finder.Ask(_table.Snapshot, ".ns=new"));
        _table.Put("app:z");
        Assert.Empty(finder.Ask(_table.Commit(), ".ns=new"));
        AssertCounts(hits: 1, misses: 1);
        _table.Put("new:z");
        Assert.Single(finder.Ask(_table.Commit(), ".ns=new"));
    }

    [Fact]
    public void Two_registries_of_equal_revisions_are_not_mixed_up()
    {
        var finder = Make();
        var other = new TestTable(TestTable.Entry("app:a", "other")).Snapshot;
        Assert.Equal(_table.Snapshot.RevisionOf("app"), other.RevisionOf("app"));
        Assert.Equal("thing", finder.Ask(_table.Snapshot, ".id=app:a")[0].Kind);
        Assert.Equal("other", finder.Ask(other, ".id=app:a")[0].Kind);
        Assert.Equal("thing", finder.Ask(_table.Snapshot, ".id=app:a")[0].Kind);
    }

    [Fact]
    public void An_old_snapshot_is_answered_as_of_its_own_version()
    {
        var finder = Make();
        var old = _table.Snapshot;
        _table.Put("app:c");
        var now = _table.Commit();
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(2, finder.Ask(old, ".ns=app").Count);
            Assert.Equal(3, finder.Ask(now, ".ns=app").Count);
        }
    }

    [Fact]
    public void Pages_are_kept_apart()
    {
        var finder = Make();
        Assert.Equal("app:a", finder.Ask(_table.Snapshot, "", limit: 1)[0].Id.ToString());
        Assert.Equal("app:b", finder.Ask(_table.Snapshot, "", limit: 1, offset: 1)[0].Id.ToString());
        Assert.Equal(3, finder.Ask(_table.Snapshot, "").Count);
        AssertCounts(hits: 0, misses: 3);
    }

    [Fact]
    public void The_bound_of_answers_holds()
    {
        var finder = Make(size: 10);
        for (var i = 0; i < 1000; i++)
        {
            finder.Ask(_table.Snapshot, FormattableString.Invariant($".name=n{i}"));
            Assert.InRange(finder.Results.Count, 1, 10);
        }
    }

    [Fact]
    public void Without_cache_every_query_is_answered_anew()
    {
        var finder = Make(size: 0);
        Assert.NotSame(finder.Ask(_table.Snapshot, ".name=a"), finder.Ask(_table.Snapshot, ".name=a"));
        AssertCounts(hits: 0, misses: 0);
    }

    [Fact]
    public void A_hit_allocates_nothing()
    {
        var finder = Make();
        var query = FinderQuery.Parse(".ns=app .kind=thing");
        for (var i = 0; i < 100; i++) finder.Find(_table.Snapshot, query, cancellationToken: CancellationToken.None);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) finder.Find(_table.Snapshot, query, cancellationToken: CancellationToken.None);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void The_least_recently_used_value_makes_room()
    {
        var cache = new LruCache<int, string>(4);
        for (var i = 0; i < 4; i++) cache.Set(i, "v");
        Assert.True(cache.TryGet(0, out _));
        cache.Set(4, "v");
        Assert.Equal([true, false, true, true, true], Enumerable.Range(0, 5).Select(key => cache.TryGet(key, out _)));
    }

    [Fact]
    public void The_weight_of_all_values_is_bounded()
    {
        var cache = new LruCache<int, string>(100, 80);
        cache.Set(0, "too heavy", 11);
        Assert.Equal(0, cache.Count);
        for (var i = 0; i < 50; i++)
        {
            cache.Set(i % 12, "v", 10);
            Assert.InRange(cache.Weight, 10, 80);
            Assert.Equal(cache.Count * 10, cache.Weight);
        }
    }

    private Finder Make(int size = 1024) => new(new() { CacheSize = size, Meter = _meter, IndexInBackground = false, TimeProvider = new StoppedClock() });

    private void AssertCounts(long hits, long misses) => Assert.Equal((hits, misses), (_hits, _misses));
}
