using AstRegistry.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Snapshots;

/// <summary>A persistent vector is a list whose copies never change, whatever the builder that made them does later.</summary>
public sealed class PersistentVectorLawTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(40);

    /// <summary>A step: its kind, a number that chooses a place, and a value.</summary>
    private static readonly Gen<(int Kind, int Place, int Value)[]> Steps =
        (from kind in Gen.Choose(0, 5) from place in Gen.Choose(0, int.MaxValue - 1) from value in Gen.Choose(1, 1_000_000) select (kind, place, value)).ArrayOf(60);

    [Fact]
    public void A_vector_is_a_list_whose_copies_never_change() => Check.One(Some, Prop.ForAll(Steps.ToArbitrary(), static steps =>
    {
        var vector = PersistentVector<int>.Empty;
        var builder = vector.ToBuilder();
        var list = new List<int>();
        var copies = new List<(PersistentVector<int> Vector, int[] Items)>();
        foreach (var (kind, place, value) in steps)
        {
            switch (kind)
            {
                case 0: Append(1); break;
                case 1: Append(place % 1_000); break;
                case 2 or 3 when list.Count > 0:
                    builder.Set(place % list.Count, value);
                    list[place % list.Count] = value;
                    break;
                case 4: copies.Add((builder.ToImmutable(), [.. list])); break;
                case 5 when copies.Count > 0:
                    // Somebody goes on from an older copy while the builder at hand is forgotten.
                    var (older, items) = copies[place % copies.Count];
                    builder = older.ToBuilder();
                    list = [.. items];
                    break;
            }

            void Append(int count)
            {
                for (var i = 0; i < count; i++)
                {
                    builder.Add(value + i);
                    list.Add(value + i);
                }
            }
        }

        copies.Add((builder.ToImmutable(), [.. list]));
        foreach (var (copy, items) in copies) AssertEqual(items, copy);
        foreach (var (left, leftItems) in copies.TakeLast(3))
        {
            foreach (var (right, rightItems) in copies.Take(2).Concat(copies.TakeLast(3))) AssertCompare(left, leftItems, right, rightItems);
        }
    }));

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(2_048)]
    [InlineData(2_049)]
    [InlineData(131_073)]
    public void A_vector_grows_by_levels(int count)
    {
        var builder = PersistentVector<int>.Empty.ToBuilder();
        for (var i = 0; i < count; i++) builder.Add(i);
        var vector = builder.ToImmutable();

        Assert.Equal(count, vector.Count);
        for (var i = 0; i < count; i++) Assert.Equal(i, vector[i]);
    }

    [Fact]
    public void A_comparison_skips_what_both_share()
    {
        var builder = PersistentVector<int>.Empty.ToBuilder();
        for (var i = 0; i < 100_000; i++) builder.Add(i);
        var old = builder.ToImmutable();
        builder.Set(50_000, -1);
        var visits = 0;

        PersistentVector<int>.Compare(old, builder.ToImmutable(), (_, _, _) => ++visits > 0);

        Assert.InRange(visits, 1, VectorNode.LeafWidth);
    }

    private static void AssertEqual(int[] items, PersistentVector<int> vector)
    {
        Assert.Equal(items.Length, vector.Count);
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] != vector[i]) Assert.Fail($"Place {i} has {vector[i]}, not {items[i]}.");
        }
    }

    private static void AssertCompare(PersistentVector<int> left, int[] leftItems, PersistentVector<int> right, int[] rightItems)
    {
        var found = new List<(int, int)>();
        PersistentVector<int>.Compare(left, right, (place, old, other) =>
        {
            Assert.Equal((leftItems.ElementAtOrDefault(place), rightItems.ElementAtOrDefault(place)), (old, other));
            if (old != other) found.Add((old, other));
            return true;
        });
        var expected = new List<(int, int)>();
        for (var i = 0; i < Math.Max(leftItems.Length, rightItems.Length); i++)
        {
            var pair = (leftItems.ElementAtOrDefault(i), rightItems.ElementAtOrDefault(i));
            if (pair.Item1 != pair.Item2) expected.Add(pair);
        }

        Assert.Equal(expected, found);
    }
}
