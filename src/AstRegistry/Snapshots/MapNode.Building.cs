using System.Diagnostics.CodeAnalysis;

namespace AstRegistry.Snapshots;

internal sealed partial class MapNode<TKey, TValue>
{
    /// <summary>A node above all items, which are moved about; null where a key comes twice.</summary>
    /// <param name="items">The items.</param>
    /// <param name="scratch">Room for as many.</param>
    /// <param name="shift">How many bits of the hash lie above.</param>
    /// <param name="duplicate">The key that comes twice.</param>
    public static MapNode<TKey, TValue>? Build(Span<Hashed> items, Span<Hashed> scratch, int shift, ref TKey? duplicate)
    {
        if (shift >= HashBits) return BuildEqual(items, ref duplicate);
        Span<int> ends = stackalloc int[Mask + 1];
        Distribute(items, scratch, shift, ends);
        CountNodes(ends, out var itemMap, out var childMap);
        var alone = itemMap == 0 ? [] : new KeyValuePair<TKey, TValue>[System.Numerics.BitOperations.PopCount(itemMap)];
        var children = childMap == 0 ? [] : new MapNode<TKey, TValue>[System.Numerics.BitOperations.PopCount(childMap)];
        int nextItem = 0, nextChild = 0, start = 0;
        foreach (var end in ends)
        {
            var group = start..end;
            start = end;
            if (group.End.Value - group.Start.Value == 1) alone[nextItem++] = scratch[group.Start].Item;
            if (group.End.Value - group.Start.Value < 2) continue;
            if (Build(scratch[group], items[group], shift + Bits, ref duplicate) is not { } child) return null;
            children[nextChild++] = child;
        }

        return new(null, itemMap, childMap, alone, children);
    }

    /// <summary>Moves items together that share the bits of the hash.</summary>
    private static void Distribute(ReadOnlySpan<Hashed> items, Span<Hashed> to, int shift, Span<int> ends)
    {
        Span<int> next = stackalloc int[Mask + 1];
        foreach (ref readonly var item in items) next[(item.Hash >> shift) & Mask]++;
        var start = 0;
        for (var i = 0; i < next.Length; i++)
        {
            ends[i] = start + next[i];
            (next[i], start) = (start, ends[i]);
        }

        foreach (ref readonly var item in items) to[next[(item.Hash >> shift) & Mask]++] = item;
    }

    private static void CountNodes(ReadOnlySpan<int> ends, out uint itemMap, out uint childMap)
    {
        itemMap = childMap = 0;
        for (int i = 0, start = 0; i < ends.Length; start = ends[i++])
        {
            if (ends[i] - start == 1) itemMap |= 1u << i;
            else if (ends[i] > start) childMap |= 1u << i;
        }
    }

    /// <summary>A node of items whose hashes are equal.</summary>
    private static MapNode<TKey, TValue>? BuildEqual(ReadOnlySpan<Hashed> items, ref TKey? duplicate)
    {
        var node = Empty;
        var owner = new object();
        foreach (ref readonly var item in items)
        {
            node = node.SetEqual(item.Item.Key, item.Item.Value, owner, out var isNew);
            if (isNew) continue;
            duplicate = item.Item.Key;
            return null;
        }

        return node;
    }

    /// <summary>An item with the hash of its key.</summary>
    [SuppressMessage("Performance", "CA1815", Justification = "Never compared.")]
    internal readonly struct Hashed(int hash, KeyValuePair<TKey, TValue> item)
    {
        public int Hash { get; } = hash;

        public KeyValuePair<TKey, TValue> Item { get; } = item;
    }
}
