using AstRegistry.Identity;
using AstRegistry.Tests.Syntax;

namespace AstRegistry.Tests.Identity;

/// <summary>Golden values, computed outside: both halves and the salted ids are persisted.</summary>
public class MemberHashTests
{
    [Fact]
    public void Both_halves_never_change() =>
        Assert.Equal(new MemberHash(0xc2ac4c0231539bfb, 0xd41c0ecf962d401b), MemberHash.Of("Shop", KindTag.Type, "Shop.Cart"));

    [Theory]
    [InlineData(1, 0x9415f58a5854c128)]
    [InlineData(2, 0x14bb50a718bbf117)]
    public void Salted_ids_never_change(int salt, ulong id) => Assert.Equal(id, MemberHash.Of("Shop", KindTag.Type, "Shop.Cart").Salted(salt));

    [Fact]
    public void Keys_with_equal_plain_ids_have_different_salted_ones() =>
        Assert.NotEqual(new MemberHash(7, 1).Salted(1), new MemberHash(7, 2).Salted(1));

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
        Assert.Equal(id, MemberHash.OfMember("Shop", kind, isPartialDefinition, key).Id);

    [Fact]
    public void Types_never_change()
    {
        Assert.Equal(0xc2ac4c0231539bfbUL, MemberHash.OfType("Shop", "Shop.Cart").Id);
        Assert.Equal(0xd48108082d5a9401UL, MemberHash.OfType("Lager", "Größe.Box`1+Inner").Id);
        Assert.Equal(0xa2b6c26dd018c4b2UL, MemberHash.OfType("", "").Id);
    }

    [Fact]
    public void A_lone_surrogate_is_replaced() => Assert.Equal(MemberHash.OfType("P", "\ufffd").Id, MemberHash.OfType("P", "\ud800").Id);

    [Theory]
    [InlineData(MemberKind.Getter)]
    [InlineData(MemberKind.LocalFunction)]
    [InlineData(MemberKind.Lambda)]
    public void Nested_functions_have_no_member_id(MemberKind kind) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MemberHash.OfMember("P", kind, false, "K").Id);

    [Fact]
    public void Project_kind_and_half_enter()
    {
        ulong[] ids =
        [
            MemberHash.OfType("P", "K").Id,
            MemberHash.OfType("Q", "K").Id,
            MemberHash.OfMember("P", MemberKind.Field, false, "K").Id,
            MemberHash.OfMember("P", MemberKind.Property, false, "K").Id,
            MemberHash.OfMember("P", MemberKind.Property, true, "K").Id,
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void The_keyword_of_a_type_does_not_enter()
    {
        ulong[] ids = [.. new[] { "class", "struct", "interface", "record", "record struct", "enum" }
            .Select(keyword => MemberHash.OfType("P", CanonicalKey.OfType(TestInventory.Read($"{keyword} K {{ }}").Types, 0)).Id)];

        Assert.Single(ids.Distinct());
    }
}
