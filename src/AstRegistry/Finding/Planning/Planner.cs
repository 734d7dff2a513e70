namespace AstRegistry.Finding;

/// <summary>Chooses the way that brings the fewest candidates; the other terms are verified on them.</summary>
internal static class Planner
{
    // With so few candidates, looking for fewer costs more than verifying them.
    private const int FewCandidates = 16;

    public static Access Choose(IndexView view, FinderQuery query)
    {
        var terms = query.TermSpan;
        if (IdOf(terms) is { } id) return new(FinderAccess.Id, -1, 1, 1, null, id, EntryId.TryParse(id, out var parsed) ? view.Table.SlotOf(parsed) : -1);
        var best = new Access(FinderAccess.Scan, -1, view.Table.Count, 2L * view.Table.SlotCount);
        for (var i = 0; i < terms.Length && best.Cost > FewCandidates; i++) Consult(view, terms[i], i, ref best);
        return best;
    }

    public static FinderPlan Explain(IndexView view, FinderQuery query)
    {
        var access = Choose(view, query);
        var steps = new List<FinderPlanStep> { new(access.Kind, access.Term < 0 ? null : query.Terms[access.Term], access.Text, access.Estimate) };
        for (var i = 0; i < query.Terms.Count; i++)
        {
            if (i != access.Term) steps.Add(new(FinderAccess.Verify, query.Terms[i], "", access.Estimate));
        }

        return new(query, steps, view.Table.Count, access.IsIndexed ? view.Changed.Length : 0);
    }

    /// <summary>The text of the one id that can be found, or null.</summary>
    private static string? IdOf(ReadOnlySpan<FinderTerm> terms)
    {
        string? @namespace = null;
        foreach (var term in terms)
        {
            if (term.Test.Needs.Equal is not { } equal) continue;
            if (term.Field.Root == FieldRoot.Id) return equal;
            if (term.Field.Root == FieldRoot.Namespace) @namespace = equal;

            // Terms are in the order of their fields, so that the namespace has come before the name.
            if (term.Field.Root == FieldRoot.Name && @namespace is not null) return $"{@namespace}:{equal}";
        }

        return null;
    }

    private static void Consult(IndexView view, FinderTerm term, int place, ref Access best)
    {
        var needs = term.Test.Needs;
        if (needs.Equal is { } @namespace && term.Field.Root == FieldRoot.Namespace)
        {
            var count = view.Table.TryGetNamespace(@namespace, out var names) ? names.Slots.Count : 0;
            Take(ref best, new(FinderAccess.Namespace, place, count, count, null, @namespace));
            return;
        }

        var index = view.Base.Of(term.Field);
        if (needs.Equal is { } equal) ConsultEqual(view, index, place, equal, ref best);
        else if (!HasHold(needs)) ConsultValues(view, index, place, term, ref best);
        else ConsultParts(view, index, place, needs, ref best);
    }

    private static bool HasHold(TermNeeds needs) => needs.Prefix is not null || needs.Suffix is not null || needs.Contains is [{ Length: >= TrigramIndex.Size }, ..];

    private static void ConsultEqual(IndexView view, FieldIndex index, int place, string equal, ref Access best)
    {
        if (!view.Base.Request(index, IndexPart.Values)) return;
        var ordinal = index.Values!.OrdinalOf(equal);
        var count = ordinal < 0 ? 0 : index.Values.SlotsOf(ordinal).Count;
        Take(ref best, new(FinderAccess.Equality, place, count, count, index, equal, ordinal));
    }

    private static void ConsultValues(IndexView view, FieldIndex index, int place, FinderTerm term, ref Access best)
    {
        // Null has no text and is in no index.
        if (term.Operator == FinderOperator.Same || !view.Base.Request(index, IndexPart.Values)) return;
        var values = index.Values!;
        Take(ref best, new(FinderAccess.Values, place, values.SlotCount, (values.Texts.Length / 2) + (values.SlotCount / 4) + 1L, index));
    }

    private static void ConsultParts(IndexView view, FieldIndex index, int place, TermNeeds needs, ref Access best)
    {
        if (needs.Prefix is { } prefix) ConsultRange(view, index, place, prefix, FinderAccess.Prefix, ref best);
        if (best.Cost > FewCandidates && needs.Contains is [{ Length: >= TrigramIndex.Size } part, ..]) ConsultTrigrams(view, index, place, part, ref best);
        if (best.Cost > FewCandidates && needs.Suffix is { } suffix) ConsultRange(view, index, place, suffix, FinderAccess.Suffix, ref best);
    }

    private static void ConsultRange(IndexView view, FieldIndex index, int place, string part, FinderAccess kind, ref Access best)
    {
        var isPrefix = kind == FinderAccess.Prefix;
        if (!view.Base.Request(index, isPrefix ? IndexPart.Sorted : IndexPart.Reversed)) return;
        var (start, count) = (isPrefix ? index.Sorted! : index.Reversed!).RangeOf(part);
        var estimate = index.Values!.SlotsOfSome(count);
        Take(ref best, new(kind, place, estimate, estimate, index, part, start, count));
    }

    private static void ConsultTrigrams(IndexView view, FieldIndex index, int place, string part, ref Access best)
    {
        if (!view.Base.Request(index, IndexPart.Trigrams)) return;
        var trigrams = index.Trigrams!;
        Span<int> rarest = stackalloc int[1];
        var count = (trigrams.Rarest(part, rarest) == 0 ? 0 : trigrams.CountOf(rarest[0])) + trigrams.LongOnes.Length;
        var estimate = index.Values!.SlotsOfSome(count);
        Take(ref best, new(FinderAccess.Trigrams, place, estimate, estimate, index, part));
    }

    private static void Take(ref Access best, in Access other)
    {
        if (other.Cost < best.Cost) best = other;
    }
}
