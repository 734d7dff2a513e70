using System.Diagnostics.CodeAnalysis;
using AstRegistry.Snapshots;

namespace AstRegistry.Layers;

/// <summary>Brings what a batch touched into its parent's table, which others may have changed since the batch began.</summary>
internal static class LayerMerge<TScheme, TAst>
{
    /// <summary>The parent's table with the batch's changes, or every conflict.</summary>
    /// <param name="origin">The parent's table when the batch began.</param>
    /// <param name="mine">The batch's table.</param>
    /// <param name="current">The parent's table now.</param>
    /// <param name="touched">What the batch touched.</param>
    /// <param name="merged">The result.</param>
    /// <param name="conflicts">What both changed, in ordinal order.</param>
    /// <exception cref="LayerCycleException">The changes fit, but elements would depend on themselves.</exception>
    public static bool TryMerge(
        EntryTable<LayerCell<TScheme, TAst>> origin,
        EntryTable<LayerCell<TScheme, TAst>> mine,
        EntryTable<LayerCell<TScheme, TAst>> current,
        Dictionary<EntryId, LayerParts> touched,
        [NotNullWhen(true)] out EntryTable<LayerCell<TScheme, TAst>>? merged,
        out IReadOnlyList<LayerConflict> conflicts)
    {
        merged = mine;
        conflicts = [];
        if (ReferenceEquals(origin, current)) return true;
        var found = new List<LayerConflict>();
        var builder = current.ToBuilder();
        foreach (var (id, parts) in touched)
        {
            var now = CellOf(current, id);
            var both = now.ChangedSince(CellOf(origin, id), parts);
            var result = now.With(parts, CellOf(mine, id));
            if (both == LayerParts.None && !result.IsElement && (parts & result.Parts) != 0) both = LayerParts.Dependencies;
            if (both != LayerParts.None) found.Add(new(id, both));
            else if (result.IsElement) builder.Set(id, result);
            else builder.Remove(id);
        }

        conflicts = found;
        merged = null;
        found.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        if (found.Count > 0) return false;
        CheckCycles(builder, touched);
        merged = builder.ToImmutable(LayerStamp.Next());
        return true;
    }

    public static LayerCell<TScheme, TAst> CellOf(EntryTable<LayerCell<TScheme, TAst>> table, EntryId id) =>
        table.TryGet(id, out var cell) ? cell : LayerCell<TScheme, TAst>.Empty;

    /// <summary>Two batches may each be without a cycle, and not both together.</summary>
    private static void CheckCycles(EntryTable<LayerCell<TScheme, TAst>>.Builder merged, Dictionary<EntryId, LayerParts> touched)
    {
        var starts = touched.Where(static item => (item.Value & LayerParts.Dependencies) != 0).Select(static item => item.Key).Order();
        if (DependencyWalk.FindCycle(starts, id => merged.TryGet(id, out var cell) ? cell.Dependencies : []) is { } path) throw new LayerCycleException(path);
    }
}
