using AstRegistry.Snapshots;

namespace AstRegistry.Versions;

/// <summary>What came of applying a change set.</summary>
/// <param name="Table">The entries afterwards; as before where there are conflicts.</param>
/// <param name="Changes">The operations, each with the entry as it was found; as given where there are conflicts.</param>
/// <param name="Conflicts">Each id that did not fit, in the order of the operations, with what was wrong first.</param>
internal sealed record AppliedChanges(EntryTable<RegistryEntry> Table, ChangeSet Changes, IReadOnlyList<KeyConflict> Conflicts)
{
    public bool IsApplied => Conflicts.Count == 0;
}
