using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Values;

/// <summary>The laws of values, over values of every kind.</summary>
public sealed class RegistryValueLawTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static readonly Gen<RegistryValue> Values = Gen.Sized(static size => Value(Math.Min(size, 12)));

    [Fact]
    public void Equality_is_that_of_the_content() => Check.One(Some, Prop.ForAll(Values.Two().ToArbitrary(), static pair =>
    {
        var (left, right) = pair;
        Assert.True(left == Copy(left) && left.GetHashCode() == Copy(left).GetHashCode() && left.Depth == Copy(left).Depth);
        Assert.Equal(Describe(left) == Describe(right), left == right);
        Assert.Equal(left == right, right == left);
    }));

    [Fact]
    public void Maps_are_equal_in_whatever_order_they_were_made() => Check.One(Some, Prop.ForAll(
        (from names in Gen.Elements("a", "b", "B", "aa", "ß", "\uFFFD", "\U0001F600", "").ArrayOf() let items = names.Distinct().Select(static (name, i) => (name, (RegistryValue)(long)i)).ToArray() from shuffled in Gen.Shuffle(items) select (items, shuffled)).ToArbitrary(),
        static pair =>
        {
            var map = RegistryValue.MapOf(pair.items);
            Assert.Equal(map, RegistryValue.MapOf(pair.shuffled));
            Assert.Equal(map.ToString(), RegistryValue.MapOf(pair.shuffled).ToString());
            Assert.Equal(map.AsMap().Keys.Order(StringComparer.Ordinal), map.AsMap().Keys);
            Assert.All(pair.items, item => Assert.Equal(item.Item2, map[item.Item1]));
        }));

    private static Gen<RegistryValue> Value(int size)
    {
        var scalars = new[]
        {
            Gen.Constant(RegistryValue.Null),
            Gen.Elements(true, false).Select(RegistryValue.Of),
            Gen.Elements(0L, 1L, -1L, long.MinValue).Select(RegistryValue.Of),
            Gen.Elements(0.0, -0.0, 1.0, double.NaN, double.NegativeInfinity).Select(RegistryValue.Of),
            Gen.Elements("", "0", "a").Select(RegistryValue.Of),
            Gen.Choose(0, 2).Select(static count => RegistryValue.Of(new byte[count])),
        };
        if (size == 0) return Gen.OneOf(scalars);
        var items = Value(size / 3).ArrayOf(2).Select(static items => items);
        return Gen.OneOf([.. scalars, items.Select(static items => RegistryValue.ListOf(items)), items.Select(static items => RegistryValue.MapOf(items.Select(static (item, i) => ($"{i}", item))))]);
    }

    private static RegistryValue Copy(RegistryValue value) => value.Kind switch
    {
        RegistryValueKind.String => new string(value.AsString().AsSpan()),
        RegistryValueKind.Bytes => RegistryValue.Of(value.AsBytes().ToArray()),
        RegistryValueKind.List => RegistryValue.ListOf(value.AsList().Select(Copy)),
        RegistryValueKind.Map => RegistryValue.MapOf(value.AsMap().Select(static item => (item.Key, Copy(item.Value)))),
        _ => value,
    };

    /// <summary>A text that tells any two values apart.</summary>
    private static string Describe(RegistryValue value) => value.Kind switch
    {
        RegistryValueKind.Double => "d" + BitConverter.DoubleToInt64Bits(value.AsDouble()),
        RegistryValueKind.Bytes => "b" + Convert.ToHexString(value.AsBytes().Span),
        RegistryValueKind.List => "[" + string.Join(',', value.AsList().Select(Describe)) + "]",
        RegistryValueKind.Map => "{" + string.Join(',', value.AsMap().Select(static item => item.Key + ":" + Describe(item.Value))) + "}",
        _ => value.ToString(),
    };
}
