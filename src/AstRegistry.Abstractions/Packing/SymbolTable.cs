using AstRegistry.Identity;

namespace AstRegistry.Packing;

/// <summary>
/// The texts seen, each a number in the order of first use, and the order in which they were last used: a text that comes again is told by
/// its recency. Symbol 0 is the empty text.
/// </summary>
internal sealed class SymbolTable
{
    /// <summary>Texts that were used longer ago than this many others are told by their number.</summary>
    public const int RecentCount = 256;

    private readonly int[] _recent = new int[RecentCount];
    private string[] _texts = new string[512];
    private int[] _slots = new int[1024];
    private int _recentCount;
    private SymbolTable? _origin;

    public SymbolTable() => Add("");

    public int Count { get; private set; }

    public string this[int symbol] => _texts[symbol];

    /// <summary>The symbol of a text, or -1.</summary>
    public int Find(string text)
    {
        var slot = _slots[SlotOf(text)];
        return slot == 0 ? -1 : slot - 1;
    }

    /// <summary>Adds a text that is not in the table.</summary>
    public int Add(string text)
    {
        if (Count == _texts.Length)
        {
            Array.Resize(ref _texts, Count * 2);
            _slots = new int[Count * 4];
            for (var i = 0; i < Count; i++) _slots[SlotOf(_texts[i])] = i + 1;
        }

        _texts[Count] = text;
        _slots[SlotOf(text)] = Count + 1;
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
    public int Recent(int recency) => (uint)recency < (uint)_recentCount ? _recent[recency] : -1;

    /// <summary>Notes a use.</summary>
    public void Touch(int symbol, int recency)
    {
        if (recency >= _recentCount) recency = _recentCount < RecentCount ? _recentCount++ : RecentCount - 1;
        Array.Copy(_recent, 0, _recent, 1, recency);
        _recent[0] = symbol;
    }

    /// <summary>Becomes a copy of a table.</summary>
    public void CopyFrom(SymbolTable other)
    {
        if (_slots.Length != other._slots.Length)
        {
            _texts = new string[other._texts.Length];
            _slots = new int[other._slots.Length];
            _origin = null;
        }

        // The texts of the origin are still there from the last time; only later ones have to go.
        if (_origin == other) Array.Clear(_texts, other.Count, Count - other.Count);
        else Array.Copy(other._texts, _texts, other._texts.Length);
        _origin = other;
        Count = other.Count;
        Buffer.BlockCopy(other._slots, 0, _slots, 0, _slots.Length * sizeof(int));
        Buffer.BlockCopy(other._recent, 0, _recent, 0, RecentCount * sizeof(int));
        _recentCount = other._recentCount;
    }

    /// <summary>The slot of a text, or the free one where it belongs.</summary>
    private int SlotOf(string text)
    {
        var mask = _slots.Length - 1;
        var i = (int)StableHash.OfText(text) & mask;
        while (_slots[i] != 0 && _texts[_slots[i] - 1] != text) i = (i + 1) & mask;
        return i;
    }
}
