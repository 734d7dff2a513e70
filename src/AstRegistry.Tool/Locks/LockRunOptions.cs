namespace AstRegistry.Tool.Locks;

/// <summary>What a run may do.</summary>
internal enum LockMode
{
    /// <summary>Remember the state if it is in step, and say nothing otherwise.</summary>
    Observe,

    /// <summary>Tell whether the lock is in step.</summary>
    Check,

    /// <summary>Bring the lock in step.</summary>
    Update,
}

/// <summary>How to run.</summary>
/// <param name="Mode">What may be done.</param>
internal sealed record LockRunOptions(LockMode Mode)
{
    /// <summary>The revision from which renames are told; null for the snapshot, else the last commit.</summary>
    public string? Since { get; init; }

    /// <summary>Renames that a person confirmed, old key and new key, each with or without its kind and a colon in front.</summary>
    public IReadOnlyList<(string From, string To)> Accepted { get; init; } = [];

    /// <summary>Whether everything that is proposed counts as confirmed.</summary>
    public bool AcceptsProposals { get; init; }
}
