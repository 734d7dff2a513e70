using AstRegistry.Snapshots;

namespace AstRegistry.Finding;

/// <summary>The distinct values of a field in a table, in the order of their first entries, each with the slots that have it in ascending order. Immutable.</summary>
internal sealed class ValueTable
{
    private const int BytesPerValue = 60;

    private readonly Dictionary<string, int> _ordinals;
    private readonly int[] _starts;
    private readonly int[] _slots;

    private ValueTable(Dictionary<string, int> ordinals, string[] texts, int[] starts, int[] slots)
    {
        _ordinals = ordinals;
        Texts = texts;
        _starts = starts;
        _slots = slots;
    }

    /// <summary>The distinct values; the place of one is its ordinal.</summary>
    public string[] Texts { get; }

    /// <summary>How many slots all values have together.</summary>
    public int SlotCount => _slots.Length;

    /// <summary>About how much memory this takes, without the texts that entries hold anyway.</summary>
    public long Bytes => ((long)Texts.Length * BytesPerValue) + (4L * _slots.Length);

    /// <summary>How many characters all values have.</summary>
    public long Characters => Texts.Sum(static text => (long)text.Length);

    public static ValueTable Build(EntryTable<RegistryEntry> table, FinderField field)
    {
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        var pairs = new List<(int Ordinal, int Slot)>();
        var counts = new List<(int Count, int LastSlot)>();
        var texts = new List<string>();
        for (var slot = 0; slot < table.SlotCount; slot++)
        {
            if (!table.TryGetSlot(slot, out _, out var entry)) continue;
            texts.Clear();
            EntryValues.AddTexts(entry, field, texts);
            foreach (var text in texts)
            {
                if (!ordinals.TryGetValue(text, out var ordinal))
                {
                    ordinals.Add(text, ordinal = ordinals.Count);
                    counts.Add((0, -1));
                }

                // A list may hold one value twice.
                if (counts[ordinal].LastSlot == slot) continue;
                counts[ordinal] = (counts[ordinal].Count + 1, slot);
                pairs.Add((ordinal, slot));
            }
        }

        return Arrange(ordinals, pairs, counts);
    }

    /// <summary>The ordinal of a value, or −1.</summary>
    public int OrdinalOf(string text) => _ordinals.TryGetValue(text, out var ordinal) ? ordinal : -1;

    /// <summary>The slots that have a value.</summary>
    public ArraySegment<int> SlotsOf(int ordinal) => new(_slots, _starts[ordinal], _starts[ordinal + 1] - _starts[ordinal]);

    /// <summary>About how many slots some values have.</summary>
    public int SlotsOfSome(int values) => Texts.Length == 0 ? 0 : (int)((long)values * SlotCount / Texts.Length);

    private static ValueTable Arrange(Dictionary<string, int> ordinals, List<(int Ordinal, int Slot)> pairs, List<(int Count, int LastSlot)> counts)
    {
        var starts = new int[counts.Count + 1];
        for (var i = 0; i < counts.Count; i++) starts[i + 1] = starts[i] + counts[i].Count;
        var next = starts.AsSpan(0, counts.Count).ToArray();
        var slots = new int[pairs.Count];
        foreach (var (ordinal, slot) in pairs) slots[next[ordinal]++] = slot;
        var texts = new string[ordinals.Count];
        foreach (var (text, ordinal) in ordinals) texts[ordinal] = text;
        return new(ordinals, texts, starts, slots);
    }
}
