using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Tests.Identity;

public class NodeIdTests
{
    [Theory]
    [InlineData(0x9f2c41d0a7be33e1, 0, "9f2c41d0a7be33e1")]
    [InlineData(0x9f2c41d0a7be33e1, 0x4a07c21f3b000000, "9f2c41d0a7be33e1:4a07c2.1f3b")]
    [InlineData(0x9f2c41d0a7be33e1, 0x4a07c21f3b5d22e1, "9f2c41d0a7be33e1:4a07c2.1f3b.5d22e1")]
    [InlineData(0x1, 0x0000010000000000, "0000000000000001:000001.0000")]
    [InlineData(0x0, 0x1, "0000000000000000:000000.0000.000001")]
    [InlineData(0x0, 0x0, "0000000000000000")]
    public void Text_form_is_fixed(ulong member, ulong local, string text)
    {
        var id = new NodeId(member, local);

        Assert.Equal(text, id.ToString());
        Assert.Equal(text, $"{id}");
        Assert.Equal(id, NodeId.Parse(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9f2c41d0a7be33e")]
    [InlineData("9f2c41d0a7be33e11")]
    [InlineData("9F2C41D0A7BE33E1")]
    [InlineData(" 9f2c41d0a7be33e1")]
    [InlineData("9f2c41d0a7be33eg")]
    [InlineData("9f2c41d0a7be33e1:")]
    [InlineData("9f2c41d0a7be33e1:4a07c2")]
    [InlineData("9f2c41d0a7be33e1:4a07c2.1f3")]
    [InlineData("9f2c41d0a7be33e1.4a07c2.1f3b")]
    [InlineData("9f2c41d0a7be33e1:4a07c2:1f3b")]
    [InlineData("9f2c41d0a7be33e1:4A07C2.1f3b")]
    [InlineData("9f2c41d0a7be33e1:000000.0000")]
    [InlineData("9f2c41d0a7be33e1:4a07c2.1f3b.000000")]
    [InlineData("9f2c41d0a7be33e1:4a07c2.1f3b:5d22e1")]
    [InlineData("9f2c41d0a7be33e1:4a07c2.1f3b.5d22e")]
    [InlineData("9f2c41d0a7be33e1:4a07c2.1f3b.5d22e1 ")]
    [InlineData("9f2c41d0a7be33e1:-a07c2.1f3b")]
    public void What_is_not_canonical_is_refused(string? text)
    {
        Assert.False(NodeId.TryParse(text, out var id));
        Assert.Equal(NodeId.None, id);
        if (text is null) Assert.Throws<ArgumentNullException>(() => NodeId.Parse(text!));
        else Assert.Contains("lower-case hexadecimal", Assert.Throws<FormatException>(() => NodeId.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_id_reads_back_from_its_text() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Ids(), id => NodeId.TryParse(id.ToString(), out var read) && read == id && read.GetHashCode() == id.GetHashCode()));

    [Fact]
    public void A_text_that_parses_is_the_text_of_its_id() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(
            (from id in Ids().Generator
             from at in Gen.Choose(0, 34)
             from c in Gen.Elements("0123456789abcdefABCDEFx:. ".ToCharArray())
             let text = id.ToString()
             select at < text.Length ? text[..at] + c + text[(at + 1)..] : text[..^1]).ToArbitrary(),
            text => !NodeId.TryParse(text, out var id) || id.ToString() == text));

    [Fact]
    public void Order_is_total_and_agrees_with_equality() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Ids(), Ids(), (a, b) =>
            (a.CompareTo(b) == 0) == (a == b)
            && (a < b) == (b > a)
            && (a <= b) == !(a > b)
            && (a >= b) == (b <= a)
            && (a != b) == !a.Equals((object)b)
            && Math.Sign(a.CompareTo((object)b)) == -Math.Sign(b.CompareTo(a))));

    [Fact]
    public void Parts_tell_what_is_named()
    {
        Assert.True(NodeId.None.IsNone);
        Assert.False(new NodeId(1).IsNode);
        Assert.True(new NodeId(1, 2).IsNode);
        Assert.Equal(new NodeId(1), new NodeId(1, 2).Owner);
        Assert.Equal(1, new NodeId(1).CompareTo(null));
        Assert.Throws<ArgumentException>(() => new NodeId(1).CompareTo("1"));
    }

    /// <summary>Ids of members, structural nodes and other nodes, with zeros in every part.</summary>
    private static Arbitrary<NodeId> Ids()
    {
        var part = Gen.OneOf(Gen.Constant(0UL), Gen.Choose(0, int.MaxValue).Select(i => (ulong)i), Gen.Constant(ulong.MaxValue));
        return (from member in part
                from salient in part
                from discriminator in part
                from below in part
                select new NodeId(member * 0x100000001, (salient << 40) | ((discriminator & 0xFFFF) << 24) | (below & 0xFFFFFF))).ToArbitrary();
    }
}
