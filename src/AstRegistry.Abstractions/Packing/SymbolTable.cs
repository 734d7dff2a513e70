using AstRegistry.Identity;

namespace AstRegistry.Packing;

/// <summary>
/// The texts of one file, each a number in the order of first use, and the order in which they were last used: a text that comes again is
/// told by its recency. The first texts are those of the primer.
/// </summary>
internal sealed class SymbolTable
{
    /// <summary>Texts that were used longer ago than this many others are told by their number.</summary>
    public const int RecentCount = 256;

    private string[] _texts = new string[1024];
    private int[] _slots = new int[2048];
    private readonly int[] _recent = new int[RecentCount];
    private int _recentCount;

    public int Count { get; private set; }

    public string this[int symbol] => _texts[symbol];

    /// <summary>Forgets all texts but the empty one, which is symbol 0.</summary>
    public void Clear()
    {
        Array.Clear(_slots, 0, _slots.Length);
        Count = 0;
        _recentCount = 0;
        Add("");
    }

    /// <summary>The symbol of a text, or -1.</summary>
    public int Find(string text)
    {
        var mask = _slots.Length - 1;
        for (var i = (int)StableHash.OfText(text) & mask; _slots[i] != 0; i = (i + 1) & mask)
        {
            if (_texts[_slots[i] - 1] == text) return _slots[i] - 1;
        }

        return -1;
    }

    /// <summary>Adds a text that is not in the table.</summary>
    public int Add(string text)
    {
        if (Count == _texts.Length) Array.Resize(ref _texts, Count * 2);
        if (Count * 2 >= _slots.Length) Rehash();
        _texts[Count] = text;
        Insert(text, Count);
        return Count++;
    }

    /// <summary>How many other texts were used since this one, or <see cref="RecentCount"/> when it is no longer remembered.</summary>
    public int RecencyOf(int symbol)
    {
        for (var i = 0; i < _recentCount; i++)
        {
            if (_recent[i] == symbol) return i;
        }

        return RecentCount;
    }

    /// <summary>The text that was used this many others ago, or -1.</summary>
    public int Recent(int recency) => recency < _recentCount ? _recent[recency] : -1;

    /// <summary>Notes a use.</summary>
    public void Touch(int symbol, int recency)
    {
        if (recency >= _recentCount) recency = _recentCount < RecentCount ? _recentCount++ : RecentCount - 1;
        Array.Copy(_recent, 0, _recent, 1, recency);
        _recent[0] = symbol;
    }

    private void Insert(string text, int symbol)
    {
        var mask = _slots.Length - 1;
        var i = (int)StableHash.OfText(text) & mask;
        while (_slots[i] != 0) i = (i + 1) & mask;
        _slots[i] = symbol + 1;
    }

    private void Rehash()
    {
        _slots = new int[_slots.Length * 2];
        for (var i = 0; i < Count; i++) Insert(_texts[i], i);
    }
}
