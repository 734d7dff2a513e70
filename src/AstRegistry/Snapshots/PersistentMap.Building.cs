using System.Diagnostics.CodeAnalysis;

namespace AstRegistry.Snapshots;

internal sealed partial class PersistentMap<TKey, TValue>
{
    /// <summary>A map of all items at once, which are moved about, as are those of the scratch room; none where a key comes twice.</summary>
    public static bool TryBuild(Span<MapNode<TKey, TValue>.Hashed> items, Span<MapNode<TKey, TValue>.Hashed> scratch, [NotNullWhen(true)] out PersistentMap<TKey, TValue>? map, out TKey? duplicate)
    {
        duplicate = default;
        var root = MapNode<TKey, TValue>.Build(items, scratch, 0, ref duplicate);
        map = root is null ? null : new(root, items.Length);
        return map is not null;
    }
}
