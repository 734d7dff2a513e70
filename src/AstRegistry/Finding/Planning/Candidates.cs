namespace AstRegistry.Finding;

/// <summary>Follows an access to the slots of its candidates. What an index brings has passed the test of its term.</summary>
internal static class Candidates
{
    public static void Gather(IndexView view, FinderQuery query, in Access access, SlotBuffer slots, WorkBudget budget)
    {
        switch (access.Kind)
        {
            case FinderAccess.Id: if (access.Start >= 0) slots.Add(access.Start); break;
            case FinderAccess.Namespace: GatherNamespace(view, access.Text, slots, budget); break;
            case FinderAccess.Equality: if (access.Start >= 0) slots.Add(access.Index!.Values!.SlotsOf(access.Start)); break;
            case FinderAccess.Prefix: GatherRange(access, access.Index!.Sorted!, query, slots, budget); break;
            case FinderAccess.Suffix: GatherRange(access, access.Index!.Reversed!, query, slots, budget); break;
            case FinderAccess.Trigrams: TrigramSearch.Gather(access, query, slots, budget); break;
            case FinderAccess.Values: GatherValues(access, query, slots, budget); break;
            default: break;
        }

        if (access.Kind != FinderAccess.Equality) slots.Sort(Math.Max(view.Table.SlotCount, view.Base.Table.SlotCount));
    }

    private static void GatherNamespace(IndexView view, string @namespace, SlotBuffer slots, WorkBudget budget)
    {
        if (!view.Table.TryGetNamespace(@namespace, out var names)) return;
        foreach (var (_, slot) in names.Slots)
        {
            budget.Spend(1);
            slots.Add(slot);
        }
    }

    private static void GatherRange(in Access access, SortedValues sorted, FinderQuery query, SlotBuffer slots, WorkBudget budget)
    {
        var values = access.Index!.Values!;
        var test = query.TermSpan[access.Term].Test;
        foreach (var ordinal in sorted.Ordinals(access.Start, access.Count))
        {
            budget.Spend(1);
            if (test.Needs.IsExact || test.IsMatch(values.Texts[ordinal], budget)) slots.Add(values.SlotsOf(ordinal));
        }
    }

    private static void GatherValues(in Access access, FinderQuery query, SlotBuffer slots, WorkBudget budget)
    {
        var values = access.Index!.Values!;
        var test = query.TermSpan[access.Term].Test;
        for (var ordinal = 0; ordinal < values.Texts.Length; ordinal++)
        {
            if (test.IsMatch(values.Texts[ordinal], budget)) slots.Add(values.SlotsOf(ordinal));
        }
    }
}
