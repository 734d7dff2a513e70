using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Events;

public sealed class TopicPatternTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("a.b-c.D_9", "a.b-c.D_9")]
    [InlineData("*", "a")]
    [InlineData("a.*.c", "a.b.c")]
    [InlineData("**", "a")]
    [InlineData("**", "a.b.c")]
    [InlineData("a.**", "a")]
    [InlineData("a.**", "a.b.c")]
    [InlineData("**.c", "c")]
    [InlineData("**.c", "a.b.c")]
    [InlineData("a.**.c", "a.c")]
    [InlineData("a.**.c", "a.b.c.b.c")]
    [InlineData("**.**", "a")]
    [InlineData("**.a.**.b.**", "x.a.a.y.b")]
    [InlineData("(a|b)", "b")]
    [InlineData("x.(a|b|c).*", "x.c.y")]
    [InlineData("(a)", "a")]
    public void A_topic_matches(string pattern, string topic) => Assert.True(TopicPattern.Parse(pattern).IsMatch(topic));

    [Theory]
    [InlineData("a", "A")]
    [InlineData("a", "a.b")]
    [InlineData("a.b", "a")]
    [InlineData("*", "a.b")]
    [InlineData("a.*", "a")]
    [InlineData("a.*", "a.b.c")]
    [InlineData("a.**", "b")]
    [InlineData("a.**", "ab")]
    [InlineData("**.c", "a.b")]
    [InlineData("**.*", "")]
    [InlineData("a.**.c", "a.b.c.d")]
    [InlineData("(a|b)", "c")]
    [InlineData("(a|b)", "a.b")]
    [InlineData("(a|b)", "ab")]
    public void A_topic_misses(string pattern, string topic) => Assert.False(topic.Length > 0 && TopicPattern.Parse(pattern).IsMatch(topic));

    [Theory]
    [InlineData("", 1, "the segment is empty")]
    [InlineData("a..b", 3, "the segment is empty")]
    [InlineData("a.", 3, "the segment is empty")]
    [InlineData(".a", 1, "the segment is empty")]
    [InlineData("a.b*", 4, "stand for whole segments")]
    [InlineData("***", 1, "stand for whole segments")]
    [InlineData("a.(b|c", 3, "is not closed")]
    [InlineData("(", 1, "is not closed")]
    [InlineData("(a.b)", 1, "is not closed")]
    [InlineData("()", 2, "the alternative is empty")]
    [InlineData("(a||b)", 4, "the alternative is empty")]
    [InlineData("(a|)", 4, "the alternative is empty")]
    [InlineData("(a|*)", 4, "stand for whole segments")]
    [InlineData("a|b", 2, "belongs to alternatives")]
    [InlineData("a.b)", 4, "belongs to alternatives")]
    [InlineData("x.((a))", 4, "belongs to alternatives")]
    [InlineData("a b", 2, "' ' is not allowed")]
    [InlineData("a:b", 2, "':' is not allowed")]
    public void A_malformed_pattern_is_refused_with_the_column(string pattern, int column, string reason)
    {
        var error = Assert.Throws<TopicPatternException>(() => TopicPattern.Parse(pattern));

        Assert.Equal((pattern, column), (error.Pattern, error.Column));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.False(TopicPattern.TryParse(pattern, out _));
    }

    [Fact]
    public void A_pattern_that_is_too_long_is_refused() =>
        Assert.Contains("4097 characters", Assert.Throws<TopicPatternException>(() => TopicPattern.Parse(new string('a', 4097))).Message, StringComparison.Ordinal);

    [Fact]
    public void Matching_agrees_with_a_regular_expression()
    {
        var word = Gen.Elements("a", "b", "c");
        var segment = Gen.Frequency((3, word), (2, Gen.Constant("*")), (2, Gen.Constant("**")), (1, Gen.Constant("(a|c)")));
        var pattern = segment.NonEmptyListOf().Select(static segments => string.Join('.', segments));
        var topic = word.NonEmptyListOf().Select(static segments => string.Join('.', segments));

        Prop.ForAll(pattern.ToArbitrary(), topic.ToArbitrary(), static (text, name) => TopicPattern.Parse(text).IsMatch(name) == Regex.IsMatch(name + ".", Expression(text), RegexOptions.NonBacktracking))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static string Expression(string pattern) => "^" + string.Concat(pattern.Split('.').Select(static segment => segment switch
    {
        "*" => @"[^.]+\.",
        "**" => @"([^.]+\.)*",
        _ => segment + @"\.",
    })) + "$";
}
