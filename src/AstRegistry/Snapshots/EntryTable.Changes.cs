using System.Diagnostics.CodeAnalysis;

namespace AstRegistry.Snapshots;

internal sealed partial class EntryTable<T>
{
    /// <summary>
    /// Lists the slots that hold something else in the one table than in the other, another id or another value, in ascending order. All other slots
    /// are alike, so that what is known of the one table's slots holds of the other's. Costs the parts that the tables do not share.
    /// </summary>
    /// <param name="old">The one table.</param>
    /// <param name="other">The other table.</param>
    /// <param name="limit">How many slots there may be.</param>
    /// <param name="slots">The slots.</param>
    /// <returns>Whether there are no more than the limit.</returns>
    public static bool TryListChanges(EntryTable<T> old, EntryTable<T> other, int limit, [NotNullWhen(true)] out int[]? slots)
    {
        var places = new List<int>();
        var isComplete = PersistentVector<Slot>.Compare(old._slots, other._slots, (place, left, right) =>
        {
            if (ReferenceEquals(left.Key, right.Key) && ReferenceEquals(left.Value, right.Value)) return true;
            if (places.Count == limit) return false;
            places.Add(place);
            return true;
        });
        slots = isComplete ? [.. places] : null;
        return isComplete;
    }
}
