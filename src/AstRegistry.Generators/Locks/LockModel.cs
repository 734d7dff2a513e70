using AstRegistry.Locking;

namespace AstRegistry.Generators.Locks;

/// <summary>What the project's lock file says of ids.</summary>
/// <param name="Ids">The ids.</param>
/// <param name="IsFaulty">Whether the file has lines that cannot be read, or that contradict one another.</param>
internal sealed record LockModel(LockIds Ids, bool IsFaulty)
{
    /// <summary>A project without a lock file.</summary>
    public static readonly LockModel None = new(LockIds.Plain, false);
}
