using AstRegistry.Code;

namespace AstRegistry.Tests.Code.Lookup;

public sealed class KeyHashTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(31)]
    [InlineData(64)]
    public void Every_character_reaches_the_low_bits(int length)
    {
        const int Slots = 1 << 12;
        for (var position = 0; position < length; position++)
        {
            var seen = new HashSet<uint>();
            for (var c = 'a'; c <= 'z'; c++)
            {
                var key = new string('x', length).ToCharArray();
                key[position] = c;
                seen.Add(KeyHash.Of(key) & (Slots - 1));
            }

            // 26 balls in 4,096 bins: two or more pairs in one bin are already rare.
            Assert.True(seen.Count >= 24, $"position {position} of {length}: {seen.Count} of 26 slots");
        }
    }

    [Fact]
    public void Keys_of_a_code_base_spread_evenly()
    {
        var keys = new List<string>();
        for (var type = 0; type < 100; type++)
        {
            for (var member = 0; member < 100; member++) keys.Add($"Shop.Module{type % 7}.Type{type}.Member{member}(int,System.Collections.Generic.List<Item{member % 3}>)");
        }

        // A random function fills 1 - 1/e = 63.2 % of as many bins as balls.
        var bins = keys.Select(key => KeyHash.Of(key) % keys.Count).Distinct().Count();
        Assert.InRange(bins, keys.Count * 0.61, keys.Count * 0.66);
    }
}
