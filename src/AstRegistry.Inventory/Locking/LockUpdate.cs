namespace AstRegistry.Locking;

/// <summary>Brings a lock file in step with the code.</summary>
internal static class LockUpdate
{
    /// <summary>The lock file that is in step with the code.</summary>
    /// <param name="old">The file as it is.</param>
    /// <param name="project">The assembly name, which enters new ids.</param>
    /// <param name="code">All types and members of the project, in any order.</param>
    /// <param name="renames">What was renamed since the old file was in step, in any order.</param>
    /// <param name="options">How to go about it.</param>
    public static LockUpdateResult Compute(
        LockFile old, string project, IReadOnlyCollection<LockEntry> code, IReadOnlyCollection<(LockKey From, LockKey To)> renames, LockUpdateOptions options) =>
        throw new NotSupportedException();
}
