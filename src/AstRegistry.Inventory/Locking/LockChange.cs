namespace AstRegistry.Locking;

/// <summary>What became of an id.</summary>
internal enum LockChangeKind
{
    /// <summary>A new id.</summary>
    Added,

    /// <summary>The id names something else in the same container.</summary>
    Renamed,

    /// <summary>The id names something in another container: a namespace or a type.</summary>
    Moved,

    /// <summary>The declaration is gone.</summary>
    Retired,

    /// <summary>The declaration exists in other target frameworks than before.</summary>
    Retargeted,

    /// <summary>A retired id is in use again. Tombstones are for ever, so history was rewritten.</summary>
    Revived,

    /// <summary>The record is not there any more. Records stay for ever, so history was rewritten; a sparse file also drops those that have nothing to say.</summary>
    Removed,
}

/// <summary>One id that two lock files say different things about.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">The old record; null for an added one.</param>
/// <param name="After">The new record; null for a removed one.</param>
/// <param name="IsInherited">Whether only the container's key changed, and the container has a change of its own.</param>
internal sealed record LockChange(LockChangeKind Kind, LockRecord? Before, LockRecord? After, bool IsInherited = false)
{
    /// <summary>The id.</summary>
    public ulong Id => (After ?? Before)!.Id;

    /// <summary>What the id names now, or named last.</summary>
    public LockKey Key => (After ?? Before)!.Key;
}
