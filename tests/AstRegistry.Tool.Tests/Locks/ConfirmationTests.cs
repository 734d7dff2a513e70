using AstRegistry.Locking;
using AstRegistry.Tool.Locks;

namespace AstRegistry.Tool.Tests.Locks;

/// <summary>Renames that are likely and not certain: a person decides.</summary>
public class ConfirmationTests
{
    private const string Source = "namespace Shop; public class Cart { public int One() => 1; public void Pay(int price) { } }";

    // The only overload of its name, with another body.
    private static readonly string Changed = Source.Replace("Pay(int price) { }", "Pay(long price) { Pay(price); }", StringComparison.Ordinal);

    [Fact]
    public async Task What_is_likely_is_proposed_and_taken_when_confirmed()
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        var before = shop.Lock;
        shop.Write("Shop.cs", Changed);

        var proposal = Assert.Single((await shop.CheckAsync()).Proposals);
        Assert.Equal(("Shop.Cart.Pay(int)", "Shop.Cart.Pay(long)"), (proposal.From.Key, proposal.To.Key));

        await shop.RunAsync(LockMode.Update, static options => options with { AcceptsProposals = true });
        Assert.Contains("was=Shop.Cart.Pay(int)\n", shop.Lock, StringComparison.Ordinal);

        shop.Lock = before;
        shop.CommitAll();
        var outcome = await shop.RunAsync(LockMode.Update, static options => options with { Accepted = [("Shop.Cart.Pay(int)", "method:Shop.Cart.Pay(long)")] });
        Assert.Empty(outcome.Proposals);
        Assert.Contains("was=Shop.Cart.Pay(int)\n", shop.Lock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_may_know_better_than_the_proposals_and_what_a_type_holds_comes_along()
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        var ids = LockFile.Parse(shop.Lock).Records.Select(static record => record.Id).ToArray();
        shop.Write("Shop.cs", "namespace Till; public struct Bag { public int One() => 2; public void Pay(int price) { Pay(1); Pay(2); } public void Other() { } }");

        await shop.RunAsync(LockMode.Update, static options => options with { Accepted = [("Shop.Cart", "Till.Bag")] });
        var records = LockFile.Parse(shop.Lock).Records;
        Assert.Equal(4, records.Count);
        Assert.All(ids, id => Assert.StartsWith("Till.Bag", records.Single(record => record.Id == id).Key.Key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Shop.Cart.Buy()", "Shop.Cart.Pay(long)", "nothing that is gone has the key 'Shop.Cart.Buy()'")]
    [InlineData("Shop.Cart.Pay(int)", "Shop.Cart.One()", "nothing that is new has the key 'Shop.Cart.One()'")]
    public async Task What_is_confirmed_has_to_exist(string from, string to, string message)
    {
        using var shop = new Sandbox(Source);
        await shop.UpdateAsync();
        var before = shop.Lock;
        shop.Write("Shop.cs", Changed);

        var refused = await Assert.ThrowsAsync<ToolException>(() => shop.RunAsync(LockMode.Update, options => options with { Accepted = [(from, to)] }));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Equal(before, shop.Lock);
    }
}
