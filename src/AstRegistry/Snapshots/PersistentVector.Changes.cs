namespace AstRegistry.Snapshots;

internal sealed partial class PersistentVector<T>
{
    private static readonly InnerNode NoChildren = new(null);
    private static readonly LeafNode<T> NoItems = new(null);

    /// <summary>Lists the places whose items differ between two vectors, in ascending order, by skipping the nodes that both share.</summary>
    /// <param name="old">The one vector.</param>
    /// <param name="other">The other vector.</param>
    /// <param name="isSame">Whether two items are equal; a default item stands for none.</param>
    /// <param name="limit">How many there may be.</param>
    /// <param name="places">Where they are added.</param>
    /// <returns>Whether there are no more than the limit; otherwise the list is not complete.</returns>
    public static bool TryListChanges(PersistentVector<T> old, PersistentVector<T> other, Func<T, T, bool> isSame, int limit, List<int> places)
    {
        var shift = Math.Max(old._shift, other._shift);
        return TryListChanges(Lift(old, shift), Lift(other, shift), shift, 0, isSame, limit, places);
    }

    private static bool TryListChanges(VectorNode? old, VectorNode? other, int shift, int first, Func<T, T, bool> isSame, int limit, List<int> places)
    {
        if (ReferenceEquals(old, other)) return true;
        if (shift == 0) return TryListChanges((LeafNode<T>?)old ?? NoItems, (LeafNode<T>?)other ?? NoItems, first, isSame, limit, places);
        var (left, right) = ((InnerNode?)old ?? NoChildren, (InnerNode?)other ?? NoChildren);
        for (var i = 0; i < VectorNode.Width; i++)
        {
            if (!TryListChanges(left.Children[i], right.Children[i], shift - VectorNode.Bits, first + (i << shift), isSame, limit, places)) return false;
        }

        return true;
    }

    private static bool TryListChanges(LeafNode<T> old, LeafNode<T> other, int first, Func<T, T, bool> isSame, int limit, List<int> places)
    {
        for (var i = 0; i < VectorNode.Width; i++)
        {
            if (isSame(old.Items[i], other.Items[i])) continue;
            if (places.Count == limit) return false;
            places.Add(first + i);
        }

        return true;
    }
}
