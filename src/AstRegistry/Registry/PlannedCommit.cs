namespace AstRegistry.Registry;

/// <summary>A commit as it would be. Exactly one of these is there: an outcome or a fault that is clear already, a version that it repeats, or the entries after it.</summary>
internal sealed record PlannedCommit
{
    public CommitOutcome? Outcome { get; init; }

    public Exception? Fault { get; init; }

    /// <summary>The version that the same commit made before.</summary>
    public RegistryVersion? Repeats { get; init; }

    public RegistrySnapshot? After { get; init; }

    /// <summary>The operations, complete and in order.</summary>
    public ChangeSet Changes { get; init; } = ChangeSet.Empty;

    /// <summary>Whether the commit does not fit the entries that it was held to; it may fit newer ones.</summary>
    public bool IsUnfit => Fault is DependencyCycleException || Outcome is CommitOutcome.Conflict;
}
