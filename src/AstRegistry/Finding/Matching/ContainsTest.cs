namespace AstRegistry.Finding;

/// <summary>The text contains the value.</summary>
internal sealed class ContainsTest(string value) : TermTest
{
    public override TermNeeds Needs { get; } = TermNeeds.ToContain(value);

    public override bool IsMatch(ReadOnlySpan<char> text, WorkBudget budget)
    {
        budget.SpendOn(text);
        return text.IndexOf(value) >= 0;
    }
}
