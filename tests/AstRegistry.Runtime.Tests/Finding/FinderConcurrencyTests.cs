using AstRegistry.Finding;

namespace AstRegistry.Runtime.Tests.Finding;

public sealed class FinderConcurrencyTests
{
    /// <summary>Readers on any version, commits, and indexes made in the background at once.</summary>
    [Fact]
    public async Task Readers_get_the_answer_of_their_version_while_others_commit_and_indexes_come_and_go()
    {
        var finder = new Finder(new() { IndexAfter = 1, CacheSize = 32, MaxIndexedPaths = 2, TimeProvider = new StoppedClock() });
        var world = new RandomWorld(5);
        var table = new TestTable(Enumerable.Range(0, 200).Select(_ => world.Entry(world.Id())));
        var latest = table.Snapshot;
        var isDone = false;
        var readers = Enumerable.Range(0, 3).Select(seed => Task.Run(() =>
        {
            var own = new RandomWorld(seed);
            var checkedCount = 0;
            while (!Volatile.Read(ref isDone) || checkedCount < 200)
            {
                var snapshot = Volatile.Read(ref latest);
                var query = own.Query(snapshot);
                Assert.True(NaiveFilter.Find(snapshot, query).SequenceEqual(finder.Ask(snapshot, query)), query.ToString());
                checkedCount++;
            }
        }, TestContext.Current.CancellationToken)).ToArray();
        for (var commit = 0; commit < 300; commit++)
        {
            for (var i = 0; i < 10; i++) table.Put(world.Entry(world.Id()));
            foreach (var entry in table.Snapshot.Entries.Where(_ => world.Next(20) == 0).ToArray()) table.Remove(entry.Id.ToString());
            Volatile.Write(ref latest, table.Commit());
        }

        Volatile.Write(ref isDone, true);
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task The_cache_keeps_its_bound_while_many_use_it()
    {
        var cache = new LruCache<int, string>(64, 640);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(seed => Task.Run(() =>
        {
            var random = new Random(seed);
            for (var i = 0; i < 20_000; i++)
            {
                var key = random.Next(200);
                if (!cache.TryGet(key, out var value)) cache.Set(key, "v" + key, 1 + (key % 20));
                else Assert.Equal("v" + key, value);
                Assert.InRange(cache.Count, 0, 64);
            }
        }, TestContext.Current.CancellationToken)));
        Assert.InRange(cache.Weight, 1, 640);
        Assert.Equal(Enumerable.Range(0, 200).Where(key => cache.TryGet(key, out _)).Sum(static key => 1 + (key % 20)), cache.Weight);
    }
}
