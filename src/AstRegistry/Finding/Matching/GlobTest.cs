namespace AstRegistry.Finding;

/// <summary>The text fits a pattern with wildcards.</summary>
internal sealed class GlobTest(Glob glob) : TermTest
{
    public override TermNeeds Needs { get; } = glob.Needs();

    public override bool IsMatch(ReadOnlySpan<char> text, WorkBudget budget) => glob.IsMatch(text, budget);
}
