namespace AstRegistry.Locking;

/// <summary>Merges lock files record by record.</summary>
internal static class LockMerge
{
    /// <summary>Merges what two sides made of a common ancestor.</summary>
    public static LockMergeResult Merge(LockFile ancestor, LockFile ours, LockFile theirs, LockMergeLabels? labels = null) => throw new NotSupportedException();

    /// <summary>Settles the conflicts that are marked in a file, as far as the sides do not contradict each other.</summary>
    public static LockMergeResult Resolve(LockFile file, LockMergeLabels? labels = null) => throw new NotSupportedException();
}
