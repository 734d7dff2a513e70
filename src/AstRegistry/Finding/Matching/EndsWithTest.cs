namespace AstRegistry.Finding;

/// <summary>The text ends with the value.</summary>
internal sealed class EndsWithTest(string value) : TermTest
{
    public override TermNeeds Needs { get; } = TermNeeds.ToEnd(value);

    public override bool IsMatch(ReadOnlySpan<char> text, WorkBudget budget)
    {
        budget.Spend(1);
        return text.EndsWith(value);
    }
}
