using AstRegistry.Snapshots;

namespace AstRegistry.Finding;

/// <summary>A table as the indexes of a base see it: the slots that differ are looked at one by one, all others are as the indexes say.</summary>
/// <param name="Table">The table.</param>
/// <param name="Base">The indexes.</param>
/// <param name="Changed">The slots that differ from the table of the base, in ascending order.</param>
/// <param name="Token">Stands for the table without holding it in memory.</param>
internal sealed record IndexView(EntryTable<RegistryEntry> Table, IndexBase Base, int[] Changed, object Token);
