using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace AstRegistry.Tests.Code.Classes;

/// <summary>
/// The four laws of class ids, over generated inventories of up to 10,000 classes: the database keeps each of them, and ids by order of
/// insertion break each of them, so that a law that holds of everything would be noticed.
/// </summary>
public sealed class ClassIdLawTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(40);

    /// <summary>The same worlds every time: a law that is to be broken needs one that breaks it.</summary>
    private static readonly Config Fixed = Some.WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(7, 11), FSharpOption<int>.None)));

    [Fact]
    public void Order_independence() => Check.One(Some, OrderIndependence(DatabaseIds.Load));

    [Fact]
    public void Order_independence_is_broken_by_insertion_order() => AssertBroken(OrderIndependence(InsertionOrderIds.Load));

    [Fact]
    public void Eviction() => Check.One(Some, EvictionStability(DatabaseIds.Load));

    [Fact]
    public void Eviction_is_broken_by_insertion_order() => AssertBroken(EvictionStability(InsertionOrderIds.Load));

    [Fact]
    public void Snapshot_consistency() => Check.One(Some, SnapshotConsistency(DatabaseIds.Load));

    [Fact]
    public void Snapshot_consistency_is_broken_by_insertion_order() => AssertBroken(SnapshotConsistency(InsertionOrderIds.Load));

    [Fact]
    public void Revision_stability() => Check.One(Some, RevisionStability(DatabaseIds.Load));

    [Fact]
    public void Revision_stability_is_broken_by_insertion_order() => AssertBroken(RevisionStability(InsertionOrderIds.Load));

    /// <summary>The same inventories in any order, asked in any order by any number of threads, give the same ids.</summary>
    private static Property OrderIndependence(Func<IEnumerable<ClassInventory>, IClassIds> load) => Prop.ForAll(
        (from world in Inventories.Any from shuffled in Gen.Shuffle(world) select (world, shuffled)).ToArbitrary(),
        worlds =>
        {
            var keys = KeysOf(worlds.world);
            var first = load(worlds.world);
            var expected = keys.ToDictionary(static key => key, first.IdOf);
            var second = load(worlds.shuffled);
            object gate = new();
            Parallel.ForEach(keys.Reverse(), key =>
            {
                // The law is about the ids; that the wrong way to give them is no way for threads either is another matter.
                object id;
                if (second is DatabaseIds) id = second.IdOf(key);
                else lock (gate) id = second.IdOf(key);
                Assert.Equal(expected[key], id);
            });
            Assert.Equal(keys.Length, expected.Values.Distinct().Count());
            Assert.All(keys, key => Assert.Equal(key, second.KeyOf(expected[key])));
        });

    /// <summary>What is evicted and computed again, asked in any order, gives the same ids.</summary>
    private static Property EvictionStability(Func<IEnumerable<ClassInventory>, IClassIds> load) => Prop.ForAll(
        (from world in Inventories.Any from edits in Edits(world) select (world, edits)).ToArbitrary(),
        history =>
        {
            var ids = load(history.world);
            foreach (var edit in history.edits) ids.Apply(edit);
            var keys = KeysOf(After(history.world, history.edits));
            var before = keys.ToDictionary(static key => key, ids.IdOf);

            ids.Evict();

            foreach (var key in keys.Reverse()) Assert.Equal(before[key], ids.IdOf(key));
            ids.Evict();
            Assert.All(keys, key => Assert.Equal(key, ids.KeyOf(before[key])));
        });

    /// <summary>A snapshot gives the same answers before, between and after revisions and evictions.</summary>
    private static Property SnapshotConsistency(Func<IEnumerable<ClassInventory>, IClassIds> load) => Prop.ForAll(
        (from world in Inventories.Any from edits in Edits(world) select (world, edits)).ToArbitrary(),
        history =>
        {
            var ids = load(history.world);
            var snapshots = new List<(IClassIds Ids, Dictionary<ClassKey, object> Expected)>();
            for (var i = 0; i <= history.edits.Length; i++)
            {
                var keys = KeysOf(After(history.world, history.edits[..i]));
                snapshots.Add((ids.Snapshot(), keys.ToDictionary(static key => key, ids.IdOf)));
                if (i < history.edits.Length) ids.Apply(history.edits[i]);
                if (i % 2 == 1) ids.Evict();
            }

            foreach (var (snapshot, expected) in snapshots)
            {
                foreach (var (key, id) in expected)
                {
                    Assert.Equal(id, snapshot.IdOf(key));
                    Assert.Equal(key, snapshot.KeyOf(id));
                }
            }
        });

    /// <summary>A class that stays keeps its id, newcomers are apart from everything before, and no id is ever given to another class.</summary>
    private static Property RevisionStability(Func<IEnumerable<ClassInventory>, IClassIds> load) => Prop.ForAll(
        (from world in Inventories.Any from edits in Edits(world) select (world, edits)).ToArbitrary(),
        history =>
        {
            var ids = load(history.world);
            var given = new Dictionary<object, ClassKey>();
            var current = new Dictionary<ClassKey, object>();
            for (var i = 0; i <= history.edits.Length; i++)
            {
                if (i > 0) ids.Apply(history.edits[i - 1]);
                var next = KeysOf(After(history.world, history.edits[..i])).ToDictionary(static key => key, ids.IdOf);
                foreach (var (key, id) in next)
                {
                    if (current.TryGetValue(key, out var before)) Assert.Equal(before, id);
                    else Assert.True(given.TryAdd(id, key), $"{key} was given an id that {given.GetValueOrDefault(id)} had");
                }

                current = next;
            }
        });

    private static Gen<ClassInventory[]> Edits(ClassInventory[] world) =>
        from count in Gen.Choose(0, 4)
        from edits in Gen.Elements(world).SelectMany(Inventories.Edited).ArrayOf(count)
        select edits.Where(edit => Accepts(world, edit)).ToArray();

    /// <summary>A revision takes up all of an origin at once, so an origin of several modules is left alone here.</summary>
    private static bool Accepts(ClassInventory[] world, ClassInventory edit) =>
        world.Count(inventory => inventory.Project == edit.Project && inventory.Origin == edit.Origin) == 1;

    private static IEnumerable<ClassInventory> After(IEnumerable<ClassInventory> world, IEnumerable<ClassInventory> edits) => edits.Aggregate(
        world,
        static (world, edit) => world.Where(inventory => inventory.Project != edit.Project || inventory.Origin != edit.Origin).Append(edit));

    private static ClassKey[] KeysOf(IEnumerable<ClassInventory> inventories) => [.. inventories.SelectMany(static inventory => inventory.GetKeys())];

    private static void AssertBroken(Property law) => Assert.Contains("Falsifiable", Assert.ThrowsAny<Exception>(() => Check.One(Fixed, law)).Message, StringComparison.Ordinal);
}
