using AstRegistry.Entries;
using AstRegistry.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Snapshots;

/// <summary>
/// A table of entries is a dictionary that keeps the order of creation, and whose copies never change. All tables share the ids, and so the hints
/// where ids were found last, which lead to another slot in every other table.
/// </summary>
public sealed class EntryTableLawTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(80);

    private static readonly EntryId[] Ids = [.. Enumerable.Range(0, 90).Select(static i => new EntryId($"ns{i % 3}", $"item{i}"))];

    /// <summary>Steps that create, remove nearly everything (so that slots are moved together), freeze, and go on from an older copy.</summary>
    private static readonly Gen<(int Kind, int Key, int Choice)[]> Steps =
        (from kind in Gen.Choose(0, 19) from key in Gen.Choose(0, Ids.Length - 1) from choice in Gen.Choose(0, 1_000) select (kind, key, choice)).ArrayOf(400);

    [Fact]
    public void A_table_is_a_dictionary_in_the_order_of_creation() => Check.One(Some, Prop.ForAll(Steps.ToArbitrary(), static steps =>
    {
        var copies = Run(steps);
        foreach (var (table, model, _) in copies) AssertEqual(model, table);
    }));

    [Fact]
    public void A_comparison_finds_what_a_naive_one_finds() => Check.One(Some, Prop.ForAll(Steps.Two().ToArbitrary(), static steps =>
    {
        // Copies of one run are related, those of two runs are not.
        var copies = Run(steps.Item1).Take(6).Concat(Run(steps.Item2).Take(3)).ToArray();
        foreach (var (old, oldModel, _) in copies)
        {
            foreach (var (other, otherModel, _) in copies) AssertCompare(old, oldModel, other, otherModel);
        }
    }));

    [Fact]
    public void A_namespace_carries_the_revision_that_changed_it_last() => Check.One(Some, Prop.ForAll(Steps.ToArbitrary(), static steps =>
    {
        foreach (var (table, model, revisions) in Run(steps))
        {
            Assert.Equal(model.Select(static item => item.Id.Namespace).Distinct().Order(), table.Namespaces.Select(static names => names.Name).Order());
            foreach (var names in table.Namespaces) Assert.Equal(revisions[names.Name], names.Revision);
        }
    }));

    private static List<(EntryTable<object> Table, List<(EntryId Id, object Value)> Model, Dictionary<string, long> Revisions)> Run((int Kind, int Key, int Choice)[] steps)
    {
        var copies = new List<(EntryTable<object>, List<(EntryId, object)>, Dictionary<string, long>)> { (EntryTable<object>.Empty, [], []) };
        var builder = EntryTable<object>.Empty.ToBuilder();
        var model = new List<(EntryId Id, object Value)>();
        var revisions = new Dictionary<string, long>();
        var touched = new HashSet<string>();
        var revision = 0L;
        foreach (var (kind, key, choice) in steps)
        {
            switch (kind)
            {
                case <= 8: Set(Ids[key]); break;
                case <= 9:
                    foreach (var id in Ids) Set(id);
                    break;
                case <= 14: Remove(Ids[key]); break;
                case 15:
                    foreach (var id in Ids.Where((_, i) => i % 9 != choice % 9)) Remove(id);
                    break;
                case 16 or 17:
                    foreach (var name in touched) revisions[name] = revision + 1;
                    copies.Add((builder.ToImmutable(++revision), [.. model], new(revisions)));
                    Restart(copies[^1]);
                    break;
                default: Restart(copies[choice % copies.Count]); break;
            }
        }

        return copies;

        void Set(EntryId id)
        {
            var value = new object();
            var place = model.FindIndex(item => item.Id == id);
            Assert.Equal(place < 0, builder.Set(id, value));
            if (place < 0) model.Add((id, value));
            else model[place] = (id, value);
            touched.Add(id.Namespace);
            Assert.True(builder.TryGet(id, out var found) && ReferenceEquals(found, value) && builder.Count == model.Count);
        }

        void Remove(EntryId id)
        {
            var isThere = model.RemoveAll(item => item.Id == id) > 0;
            Assert.Equal(isThere, builder.Remove(id));
            if (isThere) touched.Add(id.Namespace);
            Assert.False(builder.TryGet(id, out _));
        }

        void Restart((EntryTable<object> Table, List<(EntryId, object)> Model, Dictionary<string, long> Revisions) copy)
        {
            builder = copy.Table.ToBuilder();
            model = [.. copy.Model];
            revisions = new(copy.Revisions);
            touched.Clear();
        }
    }

    private static void AssertEqual(List<(EntryId Id, object Value)> model, EntryTable<object> table)
    {
        Assert.Equal(model.Count, table.Count);
        Assert.Equal(model.Select(static item => (item.Id, item.Value)), table.Items.Select(static item => (item.Key, item.Value)));
        Assert.True(table.SlotCount <= Math.Max(64, 2 * table.Count), $"{table.Count} entries hold {table.SlotCount} slots.");
        foreach (var id in Ids)
        {
            var expected = model.FirstOrDefault(item => item.Id == id).Value;
            var stranger = new EntryId(new InternedId(id.Namespace, id.ToString(), id.GetHashCode()));
            table.TryGet(id, out var byHint);
            table.TryGet(stranger, out var byMap);
            table.TryGet(id.ToString(), out var byText);
            table.TryGetAt(table.SlotOf(id), id.Interned!, out var bySlot);
            table.TryGetAt(id.Name.Length, id.Interned!, out var byWrongSlot);
            Assert.True(ReferenceEquals(expected, byHint) && ReferenceEquals(expected, byMap) && ReferenceEquals(expected, byText)
                && ReferenceEquals(expected, bySlot) && ReferenceEquals(expected, byWrongSlot), $"{id} is not as it should be.");
            Assert.Equal(expected is not null, table.TryGetSlot(table.SlotOf(id), out _, out var inSlot));
            Assert.Same(expected, inSlot);
        }

        foreach (var names in table.Namespaces)
        {
            Assert.Equal(model.Where(item => item.Id.Namespace == names.Name).Select(static item => item.Id.Name).Order(StringComparer.Ordinal), names.SortedNames);
        }
    }

    private static void AssertCompare(EntryTable<object> old, List<(EntryId Id, object Value)> oldModel, EntryTable<object> other, List<(EntryId Id, object Value)> otherModel)
    {
        var left = oldModel.ToDictionary(static item => item.Id, static item => item.Value);
        var right = otherModel.ToDictionary(static item => item.Id, static item => item.Value);
        var expected = left.Keys.Union(right.Keys).Where(id => !ReferenceEquals(left.GetValueOrDefault(id), right.GetValueOrDefault(id)))
            .Select(id => (id, left.GetValueOrDefault(id), right.GetValueOrDefault(id))).OrderBy(static item => item.id);
        Assert.Equal(expected, EntryTable<object>.Compare(old, other).OrderBy(static item => item.Id));
    }
}
