namespace AstRegistry.Runtime.Tests.Finding;

public sealed class FinderSyntaxTests
{
    /// <summary>A text, the column of its first fault, a part of what is expected there and of the way out.</summary>
    [Theory]
    [InlineData("name=x", 1, "a field", "'.name' with a dot")]
    [InlineData("x", 1, "a field", "Fields are")]
    [InlineData(".nam=x", 1, "a field", "Fields are")]
    [InlineData(".=x", 1, "a field", "Fields are")]
    [InlineData(".namespace=x", 1, "a field", "'.ns'")]
    [InlineData(".meta.x=1", 1, "a field", "without a dot")]
    [InlineData("meta=1", 5, "a path", "'meta.'")]
    [InlineData("meta.=1", 6, "a name", "quotes")]
    [InlineData("meta.a..b=1", 8, "a name", "quotes")]
    [InlineData("meta.\"a=1", 6, "a closing quote", "does not end")]
    [InlineData("meta.a[=1", 8, "a place in a list", "[*]")]
    [InlineData("meta.a[-1]=1", 8, "a place in a list", "[0]")]
    [InlineData("meta.a[99999999999]=1", 8, "a place in a list", "[0]")]
    [InlineData("meta.a[0=1", 9, "']'", "ends with")]
    [InlineData(".name", 6, "an operator behind '.name'", "Operators are")]
    [InlineData(".name =x", 6, "an operator", "No white space")]
    [InlineData(".name!=x", 6, "an operator", "no negation")]
    [InlineData("meta.n>5", 7, "an operator", "no comparison")]
    [InlineData(".name~x", 6, "an operator", "Operators are")]
    [InlineData(".kind=a .name=", 15, "a value", "white space")]
    [InlineData(".name= x", 7, "a value", "white space")]
    [InlineData(".name^=\"\"", 8, "not empty", "leave the term out")]
    [InlineData(".name*=\"\"", 8, "not empty", "leave the term out")]
    [InlineData(".name~=\"\"", 8, "not empty", "leave the term out")]
    [InlineData(".name=\"abc", 7, "a closing quote", "does not end")]
    [InlineData(".name~=\"abc", 8, "a closing quote", "does not end")]
    [InlineData(".name~=\"a\"b", 11, "white space", "quotes")]
    [InlineData(".name=a\\", 8, "an escaped character", "\\\\")]
    [InlineData(".name=a\\d", 8, "an escape", "\\\\")]
    [InlineData(".name=\\u12x4", 7, "four hexadecimal digits", "")]
    [InlineData(".name=\\uD800", 7, "four hexadecimal digits", "Surrogates")]
    [InlineData(".name~=a(b", 10, "a regular expression", "")]
    [InlineData(".name~=[z-a]", 11, "a regular expression", "")]
    [InlineData(".name~=\"x \\\"(\"", 13, "a regular expression", "")]
    [InlineData(".name~=(?=a)", 8, "without look-around", "")]
    [InlineData(".name~=(a)\\1", 8, "without look-around", "")]
    [InlineData(".name~=((a{1,500}){1,500}){1,500}", 8, "large repetitions", "")]
    [InlineData("meta.n==99999999999999999999", 9, "a number of 64 bits", "quotes")]
    [InlineData("meta.n==1e999", 9, "a number of 64 bits", "quotes")]
    public void A_fault_is_told_with_its_column(string text, int column, string expected, string hint)
    {
        var fault = Assert.Throws<FinderSyntaxException>(() => FinderQuery.Parse(text));
        Assert.Equal(column, fault.Column);
        Assert.Contains(expected, fault.Expected, StringComparison.Ordinal);
        Assert.Contains(hint, fault.Hint, StringComparison.Ordinal);
        Assert.StartsWith(FormattableString.Invariant($"Column {column}: expected {fault.Expected}"), fault.Message, StringComparison.Ordinal);
        Assert.False(FinderQuery.TryParse(text, out _, out var same));
        Assert.Equal(fault.Message, same.Message);
    }

    [Fact]
    public void A_surrogate_without_its_half_is_refused() => Assert.Equal(8, Assert.Throws<FinderSyntaxException>(() => FinderQuery.Parse(".name=a\uD800")).Column);

    [Fact]
    public void What_is_too_long_is_refused()
    {
        AssertRefused(".name=" + new string('x', FinderLimits.MaxTextLength), FinderLimits.MaxTextLength + 1);
        AssertRefused(".name~=" + new string('x', FinderLimits.MaxRegexLength + 1), 8 + FinderLimits.MaxRegexLength);
        AssertRefused(".name=" + string.Concat(Enumerable.Repeat("a*", FinderLimits.MaxGlobLength)), 7);
        AssertRefused("meta" + string.Concat(Enumerable.Repeat(".a", FinderLimits.MaxPathSteps + 1)) + "=1", 1);
        AssertRefused(string.Join(' ', Enumerable.Range(0, FinderLimits.MaxTerms + 1).Select(static i => FormattableString.Invariant($".name=n{i:00}"))), (FinderLimits.MaxTerms * 10) + 1);
        Assert.Equal(FinderLimits.MaxTerms, FinderQuery.Parse(string.Join(' ', Enumerable.Range(0, FinderLimits.MaxTerms).Select(static i => FormattableString.Invariant($".name=n{i}")))).Terms.Count);
    }

    private static void AssertRefused(string text, int column) => Assert.Equal(column, Assert.Throws<FinderSyntaxException>(() => FinderQuery.Parse(text)).Column);
}
