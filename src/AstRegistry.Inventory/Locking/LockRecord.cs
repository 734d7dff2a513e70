namespace AstRegistry.Locking;

/// <summary>One line of a lock file: the id of a type or member, and what it names.</summary>
/// <param name="Id">The 64 bits of the id; never 0.</param>
/// <param name="Key">What the id names now; for a retired record, what it named last.</param>
internal sealed record LockRecord(ulong Id, LockKey Key)
{
    /// <summary>What the id named first, from which it was made; null where that is <see cref="Key"/>.</summary>
    public LockKey? Was { get; init; }

    /// <summary>The number in the hash where the plain id was taken; 0 for the plain id.</summary>
    public int Salt { get; init; }

    /// <summary>Where the declaration exists.</summary>
    public LockTargets Targets { get; init; }

    /// <summary>Whether the declaration is gone; its id is never given again.</summary>
    public bool IsRetired { get; init; }

    /// <summary>The key from which the id was made.</summary>
    public LockKey FirstKey => Was ?? Key;

    /// <summary>The same id for another key.</summary>
    public LockRecord Renamed(LockKey key) => this with { Key = key, Was = key == FirstKey ? null : FirstKey };

    /// <summary>The tombstone of the record. Where the declaration existed matters no more.</summary>
    public LockRecord Retired() => this with { IsRetired = true, Targets = LockTargets.All };

    /// <summary>The line, without its end.</summary>
    public override string ToString() => LockWriter.Line(this);
}
