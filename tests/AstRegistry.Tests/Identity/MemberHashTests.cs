using AstRegistry.Identity;

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
}
