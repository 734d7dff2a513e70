using System.Collections.Concurrent;

namespace AstRegistry.Code;

/// <summary>The slots of a store between two clearings. A slot, once given, names its key until the generation ends.</summary>
/// <param name="store">The number of the store, no two of which are equal in a process.</param>
/// <param name="number">The number of the generation, counted from 1.</param>
internal sealed class StoreGeneration(long store, int number)
{
    private readonly ConcurrentDictionary<ClassKey, int> _slots = new();
    private readonly object _adding = new();
    private ClassKey[] _keys = new ClassKey[16];
    private volatile int _count;
    private volatile StoreState _state;

    public long Store => store;

    public int Number => number;

    public int Count => _count;

    public StoreState State => _state;

    public ClassKey this[int slot] => Volatile.Read(ref _keys)[slot];

    /// <summary>The slot of a key, a new one when the key is new.</summary>
    public int Intern(ClassKey key) => _slots.TryGetValue(key, out var slot) ? slot : Add(key);

    /// <summary>Ends the generation; returns the keys in the order of their slots.</summary>
    public ClassKey[] End(StoreState state)
    {
        lock (_adding)
        {
            _state = state;
            return _keys.AsSpan(0, _count).ToArray();
        }
    }

    /// <summary>Refuses to go on once the generation has ended.</summary>
    public void Check()
    {
        if (_state == StoreState.Disposed) throw new ObjectDisposedException(nameof(TypeStore<>));
        if (_state == StoreState.Cleared) throw new StaleIdException("The store was cleared or rebuilt meanwhile. Open another session and intern again.");
    }

    private int Add(ClassKey key)
    {
        lock (_adding)
        {
            Check();
            if (_slots.TryGetValue(key, out var known)) return known;
            var slot = _count;
            var keys = _keys;
            if (slot == keys.Length) Array.Resize(ref keys, slot * 2);
            keys[slot] = key;
            Volatile.Write(ref _keys, keys);
            _slots[key] = slot;
            _count = slot + 1;
            return slot;
        }
    }
}

/// <summary>Whether a generation's slots still stand.</summary>
internal enum StoreState
{
    Open,
    Cleared,
    Disposed,
}
