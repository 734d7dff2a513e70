namespace AstRegistry.Finding;

/// <summary>Follows an access to the slots of its candidates. What an index brings has passed the test of its term.</summary>
internal static class Candidates
{
    private const int MaxLists = 3;

    // Going through a list that is so much longer than the rarest one costs more than testing the values.
    private const int LongerList = 16;

    public static void Gather(IndexView view, FinderQuery query, in Access access, SlotBuffer slots, WorkBudget budget)
    {
        switch (access.Kind)
        {
            case FinderAccess.Id: if (access.Start >= 0) slots.Add(access.Start); break;
            case FinderAccess.Namespace: GatherNamespace(view, access.Text, slots, budget); break;
            case FinderAccess.Equality: if (access.Start >= 0) slots.Add(access.Index!.Values!.SlotsOf(access.Start)); break;
            case FinderAccess.Prefix: GatherRange(access, access.Index!.Sorted!, query, slots, budget); break;
            case FinderAccess.Suffix: GatherRange(access, access.Index!.Reversed!, query, slots, budget); break;
            case FinderAccess.Trigrams: GatherTrigrams(access, query, slots, budget); break;
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

    private static void GatherTrigrams(in Access access, FinderQuery query, SlotBuffer slots, WorkBudget budget)
    {
        var values = access.Index!.Values!;
        var trigrams = access.Index.Trigrams!;
        var test = query.TermSpan[access.Term].Test;
        foreach (var ordinal in trigrams.LongOnes) AddIfMatch(ordinal, slots);
        Span<int> lists = stackalloc int[MaxLists];
        var count = trigrams.Rarest(access.Text, lists);
        if (count == 0) return;
        var rarest = trigrams.Read(lists[0]);
        var longest = LongerList * trigrams.CountOf(lists[0]);
        var hasSecond = count > 1 && trigrams.CountOf(lists[1]) <= longest;
        var hasThird = count > 2 && trigrams.CountOf(lists[2]) <= longest;
        var second = hasSecond ? trigrams.Read(lists[1]) : default;
        var third = hasThird ? trigrams.Read(lists[2]) : default;
        while (rarest.MoveNext())
        {
            budget.Spend(1);
            if ((!hasSecond || second.MoveTo(rarest.Current)) && (!hasThird || third.MoveTo(rarest.Current))) AddIfMatch(rarest.Current, slots);
        }

        void AddIfMatch(int ordinal, SlotBuffer found)
        {
            if (test.IsMatch(values.Texts[ordinal], budget)) found.Add(values.SlotsOf(ordinal));
        }
    }
}
