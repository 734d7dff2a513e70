using AstRegistry.Locking;

namespace AstRegistry.Tests.Locking;

/// <summary>What people are told of a change, and in which order.</summary>
public class LockDiffTests
{
    private static string[] Difference(string old, string @new) =>
        [.. LockDiff.Between(LockFile.Parse(old), LockFile.Parse(@new)).Changes.Select(static change => $"{change.Kind} {change.Key.Key}{(change.IsInherited ? " inherited" : "")}")];

    [Fact]
    public void Each_change_has_its_kind_and_they_are_sorted_by_name() => Assert.Equal(
        ["Added A", "Moved Inner.C", "Renamed Shop.B", "Retargeted Shop.D", "Retired Shop.E", "Removed Shop.F", "Revived Shop.G"],
        Difference(
            """
            0000000000000006 type Shop.Old
            0000000000000005 type Shop.C
            0000000000000004 type Shop.D
            0000000000000003 type Shop.E
            0000000000000002 type Shop.F
            0000000000000001 type Shop.G retired
            0000000000000008 type Same
            """,
            """
            0000000000000007 type A
            0000000000000006 type Shop.B was=Shop.Old
            0000000000000005 type Inner.C was=Shop.C
            0000000000000004 type Shop.D tfm=net8.0
            0000000000000003 type Shop.E retired
            0000000000000001 type Shop.G
            0000000000000008 type Same
            """));

    [Fact]
    public void The_members_of_a_renamed_type_follow_it() => Assert.Equal(
        ["Renamed Shop.Basket", "Moved Shop.Basket..ctor(int) inherited", "Moved Shop.Basket.IList<Cart>.Add(Cart) inherited", "Renamed Shop.Basket.Put()", "Moved Shop.Other.Sum()"],
        Difference(
            """
            0000000000000001 type Shop.Cart
            0000000000000002 method Shop.Cart.Add()
            0000000000000003 method Shop.Cart.IList<Cart>.Add(Cart)
            0000000000000004 constructor Shop.Cart..ctor(int)
            0000000000000005 method Shop.Cart.Sum()
            0000000000000006 type Shop.Other
            """,
            """
            0000000000000001 type Shop.Basket was=Shop.Cart
            0000000000000002 method Shop.Basket.Put() was=Shop.Cart.Add()
            0000000000000003 method Shop.Basket.IList<Cart>.Add(Cart) was=Shop.Cart.IList<Cart>.Add(Cart)
            0000000000000004 constructor Shop.Basket..ctor(int) was=Shop.Cart..ctor(int)
            0000000000000005 method Shop.Other.Sum() was=Shop.Cart.Sum()
            0000000000000006 type Shop.Other
            """));

    [Theory]
    [InlineData("type", "Shop.Cart", "Shop", "Cart")]
    [InlineData("type", "Cart", "", "Cart")]
    [InlineData("type", "Shop.Cart+Line`1", "Shop.Cart", "Line`1")]
    [InlineData("type", "Shop.Cart@My.File.cs", "Shop", "Cart@My.File.cs")]
    [InlineData("method", "Shop.Cart.Add(System.Int32)", "Shop.Cart", "Add(System.Int32)")]
    [InlineData("method", "Shop.Cart.Add", "Shop.Cart", "Add")]
    [InlineData("constructor", "Shop.Cart..ctor()", "Shop.Cart", ".ctor()")]
    [InlineData("indexer", "Shop.Cart.this[A.B]", "Shop.Cart", "this[A.B]")]
    [InlineData("method", "Known.Type.I<(A.B,C)>.Do(D.E)", "Known.Type", "I<(A.B,C)>.Do(D.E)")]
    [InlineData("method", "Odd", "", "Odd")]
    [InlineData("method", ".", "", ".")]
    [InlineData("method", "(", "", "(")]
    public void A_key_is_taken_apart(string kind, string key, string container, string name)
    {
        var parts = ContainedName.Of(new(kind, key), LockFile.Parse("00000000000000a1 type Known.Type\n"));

        Assert.Equal((container, name), (parts.Container, parts.Name));
    }

    [Fact]
    public void Equal_files_do_not_differ() => Assert.True(LockDiff.Between(LockFile.Parse("00000000000000a1 type A\n"), LockFile.Parse("00000000000000a1 type A\n")).IsEmpty);
}
