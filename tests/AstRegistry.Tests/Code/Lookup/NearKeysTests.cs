using AstRegistry.Code;

namespace AstRegistry.Tests.Code.Lookup;

public sealed class NearKeysTests
{
    private static readonly string[] Keys =
    [
        "Shop.Cart.Add(Item)", "Shop.Cart.Add(Item,int)", "Shop.Cart.Remove(Item)", "Shop.Cart.Clear()", "Shop.Orders.Order.Add(Item)", "Shop.Till.Open()",
        "Shop.Shelf`1.Put(`0)", "Shop.Shelf`1.Take()",
    ];

    [Theory]
    [InlineData("shop.cart.clear()", "Shop.Cart.Clear()")]
    [InlineData("Shop.Cart.Add(Line)", "Shop.Cart.Add(Item)", "Shop.Cart.Add(Item,int)")]
    [InlineData("Order.Add", "Shop.Orders.Order.Add(Item)")]
    [InlineData("Shop.Cart.Remov(Item)", "Shop.Cart.Remove(Item)", "Shop.Cart.Add(Item)", "Shop.Cart.Add(Item,int)")]
    [InlineData("Shop.Shelf`1.Put(T)", "Shop.Shelf`1.Put(`0)", "Shop.Shelf`1.Take()")]
    [InlineData("Bank.Account.Withdraw(decimal)")]
    [InlineData("")]
    [InlineData("(")]
    public void Near_keys_come_nearest_first(string key, params string[] expected) => Assert.Equal(expected, NearKeys.Of(key, Keys));

    [Fact]
    public void At_most_three_and_each_once() =>
        Assert.Equal(["a.Add(a)", "a.Add(b)", "a.Add(c)"], NearKeys.Of("a.Add", ["a.Add(c)", "a.Add(b)", "a.Add(b)", "a.Add(d)", "a.Add(a)"]));
}
