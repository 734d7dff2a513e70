using AstRegistry.Versions;

namespace AstRegistry;

public sealed partial class ChangeSet
{
    /// <summary>The snapshot as it is after these operations, without any registry.</summary>
    /// <param name="snapshot">The snapshot to start from. It stays as it is.</param>
    /// <param name="version">The version that the new snapshot names; null for one that follows the old one's, at its time and by nobody.</param>
    /// <exception cref="ChangeSetConflictException">An operation does not fit the entries: all that do not are listed.</exception>
    public RegistrySnapshot ApplyTo(RegistrySnapshot snapshot, RegistryVersion? version = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        version ??= new(snapshot.Revision + 1, snapshot.Revision, snapshot.Version.At, "", Guid.Empty, Count);
        var applied = ChangeApplier.Apply(snapshot.Table, this, version.Revision);
        return applied.IsApplied ? new(version, applied.Table) : throw new ChangeSetConflictException(applied.Conflicts);
    }
}
