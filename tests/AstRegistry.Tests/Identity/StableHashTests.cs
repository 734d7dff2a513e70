using AstRegistry.Identity;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Tests.Identity;

/// <summary>Golden values: persisted ids stand on them.</summary>
public class StableHashTests
{
    [Fact]
    public void Values_never_change()
    {
        Assert.Equal(0x0000000000000000UL, StableHash.OfText(""));
        Assert.Equal(0xd32f3f7f32ca357fUL, StableHash.OfText("a"));
        Assert.Equal(0x289e488fc771dd60UL, StableHash.OfText("abcd"));
        Assert.Equal(0x59f7a2f8ed57645dUL, StableHash.OfText("Größe und Ω"));
        Assert.Equal(0x4ef2698e9417d97bUL, StableHash.OfText("\ud800\0"));
        Assert.Equal(0x2e72b465600b6cb4UL, StableHash.Add(StableHash.Seed, 0));
        Assert.Equal(0xd23b9bc2160b01a0UL, StableHash.Add(StableHash.Seed, ulong.MaxValue));
        Assert.Equal(0xc4ceb9fe78e2b0acUL, StableHash.Finish(1));
    }

    [Fact]
    public void Texts_that_differ_in_length_order_or_case_hash_differently()
    {
        string[] texts = ["a", "b", "ab", "ba", "aa", "aaa", "aaaa", "aaaaa", "abcd", "abcde", "bacd", "Abcd", "abcdabcd", "abcdabce"];

        Assert.Equal(texts.Length, texts.Select(StableHash.OfText).Distinct().Count());
    }

    [Fact]
    public void Order_enters() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll<ulong, ulong>((a, b) => a == b
            || StableHash.Add(StableHash.Add(StableHash.Seed, a), b) != StableHash.Add(StableHash.Add(StableHash.Seed, b), a)));
}
