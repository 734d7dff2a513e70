using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace AstRegistry.Finding;

/// <summary>
/// Keeps a bounded number of values by key; those that were used longest ago make room. Reading takes no lock and allocates nothing. Thread-safe.
/// </summary>
/// <remarks>
/// Each use writes a number that only grows. When there are too many, the eighth with the smallest numbers goes at once, so that a newcomer costs
/// a few steps on average.
/// </remarks>
/// <param name="maxCount">The most values.</param>
/// <param name="maxWeight">The most that all values may weigh together.</param>
internal sealed class LruCache<TKey, TValue>(int maxCount, long maxWeight = long.MaxValue)
    where TKey : notnull
    where TValue : class
{
    private const int BatchDivisor = 8;

    private readonly ConcurrentDictionary<TKey, Item> _items = new();
    private readonly object _adding = new();
    private long _weight;
    private long _clock;

    public int Count => _items.Count;

    public long Weight => Volatile.Read(ref _weight);

    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        if (!_items.TryGetValue(key, out var item))
        {
            value = null;
            return false;
        }

        // Two threads may take the same number, which only leaves open which of both goes first.
        item.LastUse = ++_clock;
        value = item.Value;
        return true;
    }

    /// <summary>Puts a value in, in the place of another one of the same key.</summary>
    public void Set(TKey key, TValue value, long weight = 0)
    {
        if (maxCount == 0 || weight > maxWeight / BatchDivisor) return;
        lock (_adding)
        {
            if (_items.TryRemove(key, out var old)) _weight -= old.Weight;
            if (_items.Count >= maxCount || _weight + weight > maxWeight) MakeRoom(weight);
            _items[key] = new(value, weight) { LastUse = ++_clock };
            _weight += weight;
        }
    }

    private void MakeRoom(long weight)
    {
        var batch = Math.Max(1, maxCount / BatchDivisor);
        var removed = 0;
        foreach (var (key, item) in _items.ToArray().OrderBy(static pair => pair.Value.LastUse))
        {
            if (removed >= batch && _weight + weight <= maxWeight) return;
            if (!_items.TryRemove(key, out _)) continue;
            _weight -= item.Weight;
            removed++;
        }
    }

    private sealed class Item(TValue value, long weight)
    {
        public long LastUse;

        public TValue Value => value;

        public long Weight => weight;
    }
}
