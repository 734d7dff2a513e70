namespace AstRegistry.Complexity;

/// <summary>
/// Remembers when each distinct token was last seen. Positions ascend without end, so forgetting everything costs nothing: entries from
/// before <see cref="Clear"/> are free slots. Within one epoch a slot once taken stays taken, which is what linear probing needs.
/// </summary>
internal sealed class TokenVocabulary
{
    private const int InitialSize = 512;

    private Entry[] _entries = new Entry[InitialSize];
    private int _epoch = 1;
    private int _count;

    /// <summary>The position that the next token will get.</summary>
    public int Position { get; private set; } = 1;

    /// <summary>Forgets all tokens.</summary>
    public void Clear()
    {
        if (Position > int.MaxValue / 2)
        {
            Array.Clear(_entries, 0, _entries.Length);
            Position = 1;
        }

        _epoch = Position;
        _count = 0;
    }

    /// <summary>Notes a token and returns the position at which it was seen before, or one from before the last <see cref="Clear"/>.</summary>
    public int See(ulong key)
    {
        var mask = _entries.Length - 1;
        var slot = SlotOf(key, mask);
        while (true)
        {
            ref var entry = ref _entries[slot];
            if (entry.Position < _epoch)
            {
                entry.Key = key;
                entry.Position = Position++;
                if (++_count > _entries.Length / 2) Grow();
                return 0;
            }

            if (entry.Key == key)
            {
                var last = entry.Position;
                entry.Position = Position++;
                return last;
            }

            slot = (slot + 1) & mask;
        }
    }

    private void Grow()
    {
        var old = _entries;
        _entries = new Entry[old.Length * 2];
        var mask = _entries.Length - 1;
        foreach (var entry in old)
        {
            if (entry.Position < _epoch) continue;
            var slot = SlotOf(entry.Key, mask);
            while (_entries[slot].Position != 0) slot = (slot + 1) & mask;
            _entries[slot] = entry;
        }
    }

    private static int SlotOf(ulong key, int mask) => (int)((key * 0x9E3779B97F4A7C15) >> 32) & mask;

    private struct Entry
    {
        public ulong Key;
        public int Position;
    }
}
