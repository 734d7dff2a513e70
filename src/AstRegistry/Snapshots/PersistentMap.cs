using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace AstRegistry.Snapshots;

/// <summary>An immutable dictionary: a changed copy shares all nodes but those on the way to what changed. In no particular order.</summary>
/// <remarks>
/// A compressed hash-array mapped prefix tree (Steindorfer and Vinju, 2015): 5 bits of the hash a level, keys with equal hashes side by side in a
/// node of their own.
/// </remarks>
internal sealed partial class PersistentMap<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull, IEquatable<TKey>
{
    public static readonly PersistentMap<TKey, TValue> Empty = new(MapNode<TKey, TValue>.Empty, 0);

    private readonly MapNode<TKey, TValue> _root;

    private PersistentMap(MapNode<TKey, TValue> root, int count)
    {
        _root = root;
        Count = count;
    }

    public int Count { get; }

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _root.TryGetValue(key, key.GetHashCode(), out value);

    /// <summary>The value of a key by its text; the hash of a key is that of its text.</summary>
    public bool TryGetValue<TText>(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out TValue value)
        where TText : ITextOf<TKey> => _root.TryGetValue<TText>(text, string.GetHashCode(text), out value);

    public Builder ToBuilder() => new(this);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator()
    {
        var open = new Stack<MapNode<TKey, TValue>>();
        open.Push(_root);
        while (open.TryPop(out var node))
        {
            foreach (var item in node.Items) yield return item;
            foreach (var child in node.Children) open.Push(child);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Makes a changed copy. Changes nodes in place once they are its own. For one thread.</summary>
    public sealed class Builder
    {
        private object _owner = new();
        private MapNode<TKey, TValue> _root;

        internal Builder(PersistentMap<TKey, TValue> origin)
        {
            _root = origin._root;
            Count = origin.Count;
        }

        public int Count { get; private set; }

        public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _root.TryGetValue(key, key.GetHashCode(), out value);

        public void Set(TKey key, TValue value)
        {
            _root = _root.Set(key, key.GetHashCode(), value, 0, _owner, out var isNew);
            if (isNew) Count++;
        }

        public bool Remove(TKey key)
        {
            if (_root.Remove(key, key.GetHashCode(), 0, _owner) is not { } root) return false;
            _root = root;
            Count--;
            return true;
        }

        /// <summary>The copy. The builder may go on; it then copies again what the copy holds.</summary>
        public PersistentMap<TKey, TValue> ToImmutable()
        {
            _owner = new();
            return new(_root, Count);
        }
    }
}
