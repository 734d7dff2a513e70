using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Codec;

/// <summary>Generated values, entries and change sets.</summary>
internal static class Values
{
    private static readonly string[] SomeNames = ["a", "name", "kind", "path", "", "Ünï", "\uFFFD", "\U0001F989", "z\0y", new('n', 40), new('n', 300)];

    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.Elements(SomeNames),
        from length in Gen.Elements(0, 1, 31, 32, 255, 256, 257, 70_000) from c in Gen.Elements('a', 'é', '名') select new string(c, length));

    public static Gen<long> Integer { get; } = from shift in Gen.Choose(0, 63) from delta in Gen.Choose(-2, 2) from isNegative in Gen.Elements(true, false) select unchecked((isNegative ? -1 : 1) * (1L << shift) + delta);

    public static Gen<RegistryValue> Scalar { get; } = Gen.Frequency(
        (1, Gen.Constant(RegistryValue.Null)),
        (1, Gen.Elements<RegistryValue>(true, false)),
        (4, Integer.Select(static value => RegistryValue.Of(value))),
        (2, Gen.Elements(0.0, -0.0, 1.5, double.NaN, double.PositiveInfinity, double.Epsilon, double.MinValue).Select(static value => RegistryValue.Of(value))),
        (4, Text.Select(static value => RegistryValue.Of(value))),
        (1, Gen.Elements(0, 1, 255, 256, 66_000).Select(static size => RegistryValue.Of(new byte[size]))));

    public static Gen<RegistryValue> Any { get; } = Gen.Sized(static size => Tree(Math.Min(size, 6)));

    public static Gen<RegistryEntry> Entry { get; } =
        from place in Gen.Choose(0, 40)
        from kind in Gen.Elements("item", "function.scheme", "a-b_c.d")
        from meta in Map(2)
        from data in Any
        select new RegistryEntry(new(place % 3 == 0 ? "shop" : "shop.cart", FormattableString.Invariant($"Näme {place}")), kind, meta, data);

    public static Gen<RegistryOperation> Operation { get; } =
        from entry in Entry
        from data in Any
        from what in Gen.Choose(0, 4)
        select what switch
        {
            0 => RegistryOperation.Create(entry),
            1 => RegistryOperation.Update(entry),
            2 => RegistryOperation.Update(entry.WithData(data), entry),
            3 => RegistryOperation.Delete(entry.Id),
            _ => RegistryOperation.Delete(entry),
        };

    public static Gen<ChangeSet> Changes { get; } = from operations in Gen.ListOf(Operation, 4) from count in Gen.Choose(0, 4) select new ChangeSet(operations.Take(count));

    private static Gen<RegistryValue> Tree(int depth) => depth <= 0 ? Scalar : Gen.Frequency((3, Scalar), (1, List(depth)), (2, Map(depth)));

    private static Gen<RegistryValue> List(int depth) =>
        from count in Gen.Elements(0, 1, 3, 15, 16)
        from items in Gen.ListOf(Tree(count > 3 ? 0 : depth - 1), count)
        select RegistryValue.ListOf(items);

    private static Gen<RegistryValue> Map(int depth) =>
        from count in Gen.Elements(0, 1, 3, 15, 16)
        from names in Gen.ListOf(Text, count)
        from items in Gen.ListOf(Tree(count > 3 ? 0 : depth - 1), count)
        select RegistryValue.MapOf(names.Zip(items).DistinctBy(static pair => pair.First).Select(static pair => (pair.First, pair.Second)));
}
