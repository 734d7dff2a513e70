namespace AstRegistry.Finding;

/// <summary>The value is the same: of its kind and content. The parts of an entry are strings.</summary>
internal sealed class SameTest(RegistryValue value) : TermTest
{
    // A number and a string may have one text, so an index of texts only narrows.
    public override TermNeeds Needs { get; } = value.IsNull ? TermNeeds.Unknown : TermNeeds.ToEqual(value.TryGetString(out var text) ? text : value.ToString(), isExact: false);

    public override bool IsMatch(ReadOnlySpan<char> text, WorkBudget budget)
    {
        budget.SpendOn(text);
        return value.TryGetString(out var known) && text.SequenceEqual(known);
    }

    public override bool IsMatch(RegistryValue scalar, WorkBudget budget)
    {
        budget.Spend(1);
        return scalar == value;
    }
}
