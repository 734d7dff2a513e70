using System.Collections.ObjectModel;

namespace AstRegistry.Snapshots;

/// <summary>The ids of one namespace in an <see cref="EntryTable{T}"/>, each with its slot.</summary>
/// <param name="Name">The namespace.</param>
/// <param name="Slots">Where each id's value lies.</param>
/// <param name="Revision">The revision that changed the namespace last.</param>
internal sealed record NamespaceTable(string Name, PersistentMap<EntryId, int> Slots, long Revision)
{
    private ReadOnlyCollection<string>? _sortedNames;

    /// <summary>The names in ordinal order; sorted when they are asked for first.</summary>
    public IReadOnlyList<string> SortedNames => _sortedNames ??= Array.AsReadOnly([.. Slots.Select(static item => item.Key.Name).Order(StringComparer.Ordinal)]);
}
