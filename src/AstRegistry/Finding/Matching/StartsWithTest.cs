namespace AstRegistry.Finding;

/// <summary>The text starts with the value.</summary>
internal sealed class StartsWithTest(string value) : TermTest
{
    public override TermNeeds Needs { get; } = TermNeeds.ToStart(value);

    public override bool IsMatch(ReadOnlySpan<char> text, WorkBudget budget)
    {
        budget.Spend(1);
        return text.StartsWith(value);
    }
}
