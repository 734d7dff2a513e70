using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace AstRegistry.Snapshots;

/// <summary>
/// A node of a <see cref="PersistentMap{TKey, TValue}"/>: items that are alone with their 5 bits of the hash, and nodes below for bits that several
/// share. Below the last bits it is a list of the items whose hashes are equal.
/// </summary>
internal sealed partial class MapNode<TKey, TValue>
    where TKey : notnull, IEquatable<TKey>
{
    private const int Bits = 5;
    private const int Mask = (1 << Bits) - 1;
    private const int HashBits = 32;

    public static readonly MapNode<TKey, TValue> Empty = new(null, 0, 0, [], []);

    private readonly object? _owner;
    private uint _itemMap;
    private uint _childMap;

    private MapNode(object? owner, uint itemMap, uint childMap, KeyValuePair<TKey, TValue>[] items, MapNode<TKey, TValue>[] children)
    {
        _owner = owner;
        _itemMap = itemMap;
        _childMap = childMap;
        Items = items;
        Children = children;
    }

    public KeyValuePair<TKey, TValue>[] Items { get; private set; }

    public MapNode<TKey, TValue>[] Children { get; private set; }

    public bool TryGetValue(TKey key, int hash, [MaybeNullWhen(false)] out TValue value)
    {
        var node = this;
        for (var shift = 0; shift < HashBits; shift += Bits)
        {
            var bit = 1u << ((hash >> shift) & Mask);
            if ((node._itemMap & bit) != 0)
            {
                ref var item = ref node.Items[Index(node._itemMap, bit)];
                var isIt = item.Key.Equals(key);
                value = isIt ? item.Value : default;
                return isIt;
            }

            if ((node._childMap & bit) == 0)
            {
                value = default;
                return false;
            }

            node = node.Children[Index(node._childMap, bit)];
        }

        var place = node.PlaceOf(key);
        value = place < 0 ? default : node.Items[place].Value;
        return place >= 0;
    }

    /// <summary>As the other one, by the text of a key.</summary>
    public bool TryGetValue<TText>(ReadOnlySpan<char> text, int hash, [MaybeNullWhen(false)] out TValue value)
        where TText : ITextOf<TKey>
    {
        var node = this;
        for (var shift = 0; shift < HashBits; shift += Bits)
        {
            var bit = 1u << ((hash >> shift) & Mask);
            if ((node._itemMap & bit) != 0)
            {
                ref var item = ref node.Items[Index(node._itemMap, bit)];
                var isIt = TText.Is(item.Key, text);
                value = isIt ? item.Value : default;
                return isIt;
            }

            if ((node._childMap & bit) == 0)
            {
                value = default;
                return false;
            }

            node = node.Children[Index(node._childMap, bit)];
        }

        foreach (var (key, found) in node.Items)
        {
            value = found;
            if (TText.Is(key, text)) return true;
        }

        value = default;
        return false;
    }

    /// <summary>This node or a copy, with the item in it.</summary>
    public MapNode<TKey, TValue> Set(TKey key, int hash, TValue value, int shift, object owner, out bool isNew)
    {
        if (shift >= HashBits) return SetEqual(key, value, owner, out isNew);
        var bit = 1u << ((hash >> shift) & Mask);
        if ((_childMap & bit) != 0)
        {
            var index = Index(_childMap, bit);
            var child = Children[index].Set(key, hash, value, shift + Bits, owner, out isNew);
            return ReferenceEquals(child, Children[index]) ? this : WithChild(index, child, owner);
        }

        if ((_itemMap & bit) == 0)
        {
            isNew = true;
            return With(owner, _itemMap | bit, _childMap, Inserted(Items, Index(_itemMap, bit), new(key, value)), Children);
        }

        var place = Index(_itemMap, bit);
        var item = Items[place];
        isNew = !item.Key.Equals(key);
        if (!isNew) return WithItem(place, new(key, value), owner);
        var below = Pair(item, item.Key.GetHashCode(), new(key, value), hash, shift + Bits, owner);
        return With(owner, _itemMap & ~bit, _childMap | bit, Removed(Items, place), Inserted(Children, Index(_childMap, bit), below));
    }

    /// <summary>This node or a copy, without the item, or null where it was not there.</summary>
    public MapNode<TKey, TValue>? Remove(TKey key, int hash, int shift, object owner)
    {
        var bit = shift < HashBits ? 1u << ((hash >> shift) & Mask) : 0;
        if ((_childMap & bit) != 0)
        {
            var index = Index(_childMap, bit);
            var child = Children[index].Remove(key, hash, shift + Bits, owner);
            if (child is null) return null;
            if (child.Children.Length > 0 || child.Items.Length != 1) return ReferenceEquals(child, Children[index]) ? this : WithChild(index, child, owner);

            // A node with a single item is none: the item moves up, so that equal content always has equal structure.
            return With(owner, _itemMap | bit, _childMap & ~bit, Inserted(Items, Index(_itemMap, bit), child.Items[0]), Removed(Children, index));
        }

        var place = shift >= HashBits ? PlaceOf(key) : (_itemMap & bit) != 0 && Items[Index(_itemMap, bit)].Key.Equals(key) ? Index(_itemMap, bit) : -1;
        return place < 0 ? null : With(owner, _itemMap & ~bit, _childMap, Removed(Items, place), Children);
    }

    private static int Index(uint map, uint bit) => BitOperations.PopCount(map & (bit - 1));

    private static MapNode<TKey, TValue> Pair(KeyValuePair<TKey, TValue> left, int leftHash, KeyValuePair<TKey, TValue> right, int rightHash, int shift, object owner)
    {
        if (shift >= HashBits) return new(owner, 0, 0, [left, right], []);
        var leftBit = 1u << ((leftHash >> shift) & Mask);
        var rightBit = 1u << ((rightHash >> shift) & Mask);
        if (leftBit == rightBit) return new(owner, 0, leftBit, [], [Pair(left, leftHash, right, rightHash, shift + Bits, owner)]);
        return new(owner, leftBit | rightBit, 0, leftBit < rightBit ? [left, right] : [right, left], []);
    }

    private static TItem[] Inserted<TItem>(TItem[] items, int index, TItem item)
    {
        var copy = new TItem[items.Length + 1];
        Array.Copy(items, copy, index);
        copy[index] = item;
        Array.Copy(items, index, copy, index + 1, items.Length - index);
        return copy;
    }

    private static TItem[] Removed<TItem>(TItem[] items, int index)
    {
        if (items.Length == 1) return [];
        var copy = new TItem[items.Length - 1];
        Array.Copy(items, copy, index);
        Array.Copy(items, index + 1, copy, index, copy.Length - index);
        return copy;
    }

    private MapNode<TKey, TValue> SetEqual(TKey key, TValue value, object owner, out bool isNew)
    {
        var place = PlaceOf(key);
        isNew = place < 0;
        return isNew ? With(owner, 0, 0, Inserted(Items, Items.Length, new(key, value)), Children) : WithItem(place, new(key, value), owner);
    }

    private int PlaceOf(TKey key)
    {
        for (var i = 0; i < Items.Length; i++)
        {
            if (Items[i].Key.Equals(key)) return i;
        }

        return -1;
    }

    private MapNode<TKey, TValue> WithItem(int place, KeyValuePair<TKey, TValue> item, object owner)
    {
        if (ReferenceEquals(_owner, owner))
        {
            Items[place] = item;
            return this;
        }

        var items = (KeyValuePair<TKey, TValue>[])Items.Clone();
        items[place] = item;

        // The children's array is copied as well: arrays of a node are its own, so that its owner may change them.
        return new(owner, _itemMap, _childMap, items, [.. Children]);
    }

    private MapNode<TKey, TValue> WithChild(int index, MapNode<TKey, TValue> child, object owner)
    {
        if (ReferenceEquals(_owner, owner))
        {
            Children[index] = child;
            return this;
        }

        var children = (MapNode<TKey, TValue>[])Children.Clone();
        children[index] = child;
        return new(owner, _itemMap, _childMap, [.. Items], children);
    }

    private MapNode<TKey, TValue> With(object owner, uint itemMap, uint childMap, KeyValuePair<TKey, TValue>[] items, MapNode<TKey, TValue>[] children)
    {
        if (!ReferenceEquals(_owner, owner))
        {
            return new(owner, itemMap, childMap, ReferenceEquals(items, Items) ? [.. items] : items, ReferenceEquals(children, Children) ? [.. children] : children);
        }

        _itemMap = itemMap;
        _childMap = childMap;
        Items = items;
        Children = children;
        return this;
    }
}
