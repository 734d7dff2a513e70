namespace AstRegistry.Finding;

/// <summary>Makes the tests of terms: one line for each operator.</summary>
internal static class TermTests
{
    /// <summary>The test, with operator and value as they are normalized.</summary>
    public static (FinderOperator Operator, RegistryValue Value, TermTest Test) Make(FinderOperator @operator, RegistryValue value) => @operator switch
    {
        FinderOperator.Equal => (@operator, value, new EqualTest(value.AsString())),
        FinderOperator.Glob => MakeGlob(Glob.Parse(value.AsString())),
        FinderOperator.Same => (@operator, value, new SameTest(value)),
        FinderOperator.Contains => (@operator, value, new ContainsTest(NotEmpty(value))),
        FinderOperator.StartsWith => (@operator, value, new StartsWithTest(NotEmpty(value))),
        FinderOperator.EndsWith => (@operator, value, new EndsWithTest(NotEmpty(value))),
        FinderOperator.Regex => (@operator, value, new RegexTest(NotEmpty(value))),
        _ => throw new ArgumentOutOfRangeException(nameof(@operator), @operator, "There is no such operator."),
    };

    private static (FinderOperator Operator, RegistryValue Value, TermTest Test) MakeGlob(Glob glob) => glob.AsLiteral() is { } literal
        ? (FinderOperator.Equal, literal, new EqualTest(literal))
        : (FinderOperator.Glob, glob.Pattern, new GlobTest(glob));

    /// <summary>An empty pattern would match whatever there is.</summary>
    private static string NotEmpty(RegistryValue value) => value.AsString() is { Length: > 0 } text
        ? text
        : throw new FinderSyntaxException(1, "a text that is not empty", "Empty, it would match everything; leave the term out for that, or write =\"\" for the empty text.");
}
