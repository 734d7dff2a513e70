namespace AstRegistry.Code;

/// <summary>
/// Records by key, an open-addressing table that only grows. Readers take no lock and see every record whose adding had returned;
/// adding is rare, once a record, and takes a lock.
/// </summary>
internal sealed class KeyTable<T>
    where T : class
{
    private readonly object _adding = new();
    private Slot[] _slots = new Slot[16];
    private int _count;

    /// <summary>The record under a key, or null; null for null.</summary>
    public T? Find(string key)
    {
        var hash = KeyHash.Of(key);
        var slots = Volatile.Read(ref _slots);
        for (var i = (int)hash & (slots.Length - 1); ; i = (i + 1) & (slots.Length - 1))
        {
            ref var slot = ref slots[i];
            // The key is written last: whoever sees it sees hash and value too.
            var found = Volatile.Read(ref slot.Key);
            if (found is null) return null;
            if (slot.Hash == hash && string.Equals(found, key)) return slot.Value;
        }
    }

    /// <summary>Adds a record unless the key is there; the first one stays.</summary>
    public void Add(string key, T value)
    {
        lock (_adding)
        {
            if (Find(key) is not null) return;
            if (_count * 10 >= _slots.Length * 7) Volatile.Write(ref _slots, Grow(_slots));
            Insert(_slots, KeyHash.Of(key), key, value);
            _count++;
        }
    }

    private static Slot[] Grow(Slot[] slots)
    {
        var larger = new Slot[slots.Length * 2];
        foreach (var slot in slots)
        {
            if (slot.Key is not null) Insert(larger, slot.Hash, slot.Key, slot.Value);
        }

        return larger;
    }

    private static void Insert(Slot[] slots, uint hash, string key, T value)
    {
        var i = (int)hash & (slots.Length - 1);
        while (slots[i].Key is not null) i = (i + 1) & (slots.Length - 1);
        slots[i].Hash = hash;
        slots[i].Value = value;
        Volatile.Write(ref slots[i].Key, key);
    }

    private struct Slot
    {
        public string? Key;
        public T Value;
        public uint Hash;
    }
}
