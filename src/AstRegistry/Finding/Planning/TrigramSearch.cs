using System.Numerics;

namespace AstRegistry.Finding;

/// <summary>Finds the values that have the rarest trigrams of a text, and tests them.</summary>
internal readonly ref struct TrigramSearch
{
    private const int MaxLists = 12;
    private const int BitsPerWord = 64;

    // Going through a list that is so much longer than the rarest one costs more than testing the values.
    private const int LongerList = 4;

    private readonly TrigramIndex _trigrams;
    private readonly ValueTable _values;
    private readonly TermTest _test;
    private readonly SlotBuffer _slots;
    private readonly WorkBudget _budget;

    private TrigramSearch(FieldIndex index, TermTest test, SlotBuffer slots, WorkBudget budget)
    {
        _trigrams = index.Trigrams!;
        _values = index.Values!;
        _test = test;
        _slots = slots;
        _budget = budget;
    }

    public static void Gather(in Access access, FinderQuery query, SlotBuffer slots, WorkBudget budget)
    {
        var search = new TrigramSearch(access.Index!, query.TermSpan[access.Term].Test, slots, budget);
        foreach (var ordinal in search._trigrams.LongOnes) search.Test(ordinal);
        Span<int> lists = stackalloc int[MaxLists];
        lists = lists[..search._trigrams.Rarest(access.Text, lists)];
        if (lists.IsEmpty) return;
        if (search._trigrams.IsDense(lists[0])) search.GatherDense(lists);
        else search.GatherSparse(lists);
    }

    /// <summary>All lists are long: their bits are taken together, 64 values at once.</summary>
    private void GatherDense(ReadOnlySpan<int> lists)
    {
        var words = _trigrams.WordsOf(lists[0]);
        _budget.Spend(words);
        for (var word = 0; word < words; word++)
        {
            for (var bits = _trigrams.WordOf(lists, word); bits != 0; bits &= bits - 1) Test((word * BitsPerWord) + BitOperations.TrailingZeroCount(bits));
        }
    }

    /// <summary>Goes through the rarest list and looks every value up in the dense ones, and in one other that is not much longer.</summary>
    private void GatherSparse(Span<int> lists)
    {
        var longest = (long)LongerList * _trigrams.CountOf(lists[0]);
        var hasSecond = lists.Length > 1 && !_trigrams.IsDense(lists[1]) && _trigrams.CountOf(lists[1]) <= longest;
        var rarest = _trigrams.Read(lists[0]);
        var second = hasSecond ? _trigrams.Read(lists[1]) : default;
        _budget.Spend(_trigrams.CountOf(lists[0]));
        var dense = Dense(lists);
        while (rarest.MoveNext())
        {
            var ordinal = rarest.Current;
            if (_trigrams.AreIn(dense, ordinal) && (!hasSecond || second.MoveTo(ordinal))) Test(ordinal);
        }
    }

    /// <summary>Moves the dense lists together.</summary>
    private ReadOnlySpan<int> Dense(Span<int> lists)
    {
        var count = 0;
        foreach (var list in lists)
        {
            if (_trigrams.IsDense(list)) lists[count++] = list;
        }

        return lists[..count];
    }

    private void Test(int ordinal)
    {
        if (_test.IsMatch(_values.Texts[ordinal], _budget)) _slots.Add(_values.SlotsOf(ordinal));
    }
}
