namespace AstRegistry.Locking;

/// <summary>Compares two lock files.</summary>
internal static class LockDiff
{
    /// <summary>What changed from the old file to the new one.</summary>
    public static LockDifference Between(LockFile old, LockFile @new) => throw new NotSupportedException();
}
