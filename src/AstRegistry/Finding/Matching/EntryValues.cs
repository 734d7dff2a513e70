namespace AstRegistry.Finding;

/// <summary>The values that a field has in an entry.</summary>
internal static class EntryValues
{
    /// <summary>Whether one of the values of a field passes a test.</summary>
    public static bool Any(RegistryEntry entry, FinderField field, TermTest test, WorkBudget budget) => field.Root == FieldRoot.Meta
        ? AnyAlong(entry.Meta, field.Steps, test, budget)
        : test.IsMatch(Part(entry, field.Root), budget);

    /// <summary>Adds the texts of all values of a field, those that have one.</summary>
    public static void AddTexts(RegistryEntry entry, FinderField field, List<string> texts)
    {
        if (field.Root == FieldRoot.Meta) AnyAlong(entry.Meta, field.Steps, new TextCollector(texts), WorkBudget.Unlimited);
        else texts.Add(Part(entry, field.Root));
    }

    /// <summary>The text of a part of an entry.</summary>
    public static string Part(RegistryEntry entry, FieldRoot root) => root switch
    {
        FieldRoot.Kind => entry.Kind,
        FieldRoot.Name => entry.Id.Name,
        FieldRoot.Namespace => entry.Id.Namespace,
        _ => entry.Id.ToString(),
    };

    private static bool AnyAlong(RegistryValue value, ReadOnlySpan<PathStep> steps, TermTest test, WorkBudget budget)
    {
        if (steps.IsEmpty) return value.Kind == RegistryValueKind.List ? AnyOf(value, steps, test, budget) : test.IsMatch(value, budget);
        var step = steps[0];
        return (value.Kind, step) switch
        {
            (RegistryValueKind.Map, { Name: { } name }) => value.TryGetValue(name, out var inner) && AnyAlong(inner, steps[1..], test, budget),
            (RegistryValueKind.List, { Name: not null }) => AnyOf(value, steps, test, budget),
            (RegistryValueKind.List, { Index: PathStep.Every }) => AnyOf(value, steps[1..], test, budget),
            (RegistryValueKind.List, _) => step.Index < value.Count && AnyAlong(value[step.Index], steps[1..], test, budget),
            _ => false,
        };
    }

    private static bool AnyOf(RegistryValue list, ReadOnlySpan<PathStep> steps, TermTest test, WorkBudget budget)
    {
        foreach (var item in list.List.Items)
        {
            budget.Spend(1);
            if (AnyAlong(item, steps, test, budget)) return true;
        }

        return false;
    }

    /// <summary>Takes note of every text and lets none pass, so that all come by.</summary>
    private sealed class TextCollector(List<string> texts) : TermTest
    {
        public override TermNeeds Needs => TermNeeds.Unknown;

        public override bool IsMatch(ReadOnlySpan<char> text, WorkBudget budget)
        {
            texts.Add(text.ToString());
            return false;
        }

        public override bool IsMatch(RegistryValue scalar, WorkBudget budget)
        {
            if (!scalar.TryGetString(out var text)) return base.IsMatch(scalar, budget);
            texts.Add(text);
            return false;
        }
    }
}
