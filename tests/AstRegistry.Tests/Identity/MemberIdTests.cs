using AstRegistry.Identity;
using AstRegistry.Tests.Syntax;

namespace AstRegistry.Tests.Identity;

/// <summary>Golden values: the leading 64 bits of SHA-256, computed outside.</summary>
public class MemberIdTests
{
    [Theory]
    [InlineData(MemberKind.Field, false, "Shop.Cart._count", 0x3df2d60fef484362)]
    [InlineData(MemberKind.EnumMember, false, "Shop.Color.Red", 0xefdf616ed4b31f06)]
    [InlineData(MemberKind.Property, false, "Shop.Cart.Count", 0x6e0c87db3bfcb5d9)]
    [InlineData(MemberKind.Indexer, false, "Shop.Cart.this[int]", 0x14a71d1542263536)]
    [InlineData(MemberKind.Event, false, "Shop.Cart.Changed", 0x42509bb954600763)]
    [InlineData(MemberKind.Method, false, "Shop.Cart.Add(int,List<T>,ref Item)", 0x73f404cb2e221445)]
    [InlineData(MemberKind.Constructor, false, "Shop.Cart..ctor()", 0x2a68265dbd5ad46e)]
    [InlineData(MemberKind.StaticConstructor, false, "Shop.Cart..cctor()", 0xc8b0057b6dcbb1ec)]
    [InlineData(MemberKind.Finalizer, false, "Shop.Cart.Finalize()", 0x707da495ad8199ab)]
    [InlineData(MemberKind.Operator, false, "Shop.Cart.op_Addition(Cart,Cart)", 0xc1a0e80bd7407840)]
    [InlineData(MemberKind.Conversion, false, "Shop.Cart.op_Implicit(Cart):int", 0x603b17d3c3508edf)]
    [InlineData(MemberKind.TopLevelStatements, false, "Program.<Main>$", 0xc807c1da65a02a23)]
    [InlineData(MemberKind.Method, true, "Shop.Cart.Add()", 0xaf2117d6348fc8aa)]
    public void Ids_never_change(MemberKind kind, bool isPartialDefinition, string key, ulong id) =>
        Assert.Equal(id, MemberId.OfMember("Shop", kind, isPartialDefinition, key));

    [Fact]
    public void Types_never_change()
    {
        Assert.Equal(0xc2ac4c0231539bfbUL, MemberId.OfType("Shop", "Shop.Cart"));
        Assert.Equal(0xd48108082d5a9401UL, MemberId.OfType("Lager", "Größe.Box`1+Inner"));
        Assert.Equal(0xa2b6c26dd018c4b2UL, MemberId.OfType("", ""));
    }

    [Fact]
    public void A_lone_surrogate_is_replaced() => Assert.Equal(MemberId.OfType("P", "\ufffd"), MemberId.OfType("P", "\ud800"));

    [Theory]
    [InlineData(MemberKind.Getter)]
    [InlineData(MemberKind.LocalFunction)]
    [InlineData(MemberKind.Lambda)]
    public void Nested_functions_have_no_member_id(MemberKind kind) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MemberId.OfMember("P", kind, false, "K"));

    [Fact]
    public void Project_kind_and_half_enter()
    {
        ulong[] ids =
        [
            MemberId.OfType("P", "K"),
            MemberId.OfType("Q", "K"),
            MemberId.OfMember("P", MemberKind.Field, false, "K"),
            MemberId.OfMember("P", MemberKind.Property, false, "K"),
            MemberId.OfMember("P", MemberKind.Property, true, "K"),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void The_keyword_of_a_type_does_not_enter()
    {
        ulong[] ids = [.. new[] { "class", "struct", "interface", "record", "record struct", "enum" }
            .Select(keyword => MemberId.OfType("P", CanonicalKey.OfType(TestInventory.Read($"{keyword} K {{ }}").Types, 0)))];

        Assert.Single(ids.Distinct());
    }
}
