namespace AstRegistry.Finding;

/// <summary>The text is the value.</summary>
internal sealed class EqualTest(string value) : TermTest
{
    public override TermNeeds Needs { get; } = TermNeeds.ToEqual(value);

    public override bool IsMatch(ReadOnlySpan<char> text, WorkBudget budget)
    {
        budget.SpendOn(text);
        return text.SequenceEqual(value);
    }
}
