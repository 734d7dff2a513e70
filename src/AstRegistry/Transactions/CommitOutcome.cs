using System.Diagnostics;

namespace AstRegistry;

/// <summary>What came of a commit. Either everything took place or nothing.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>Whether the commit took place.</summary>
    public bool IsCommitted => this is Committed;

    /// <summary>The change is durable, visible and announced.</summary>
    /// <param name="Version">The version that it made.</param>
    /// <param name="Changes">The operations, each with the entry as it was before, so that they can be reversed.</param>
    public sealed record Committed(RegistryVersion Version, ChangeSet Changes) : CommitOutcome;

    /// <summary>A handler did not accept an operation.</summary>
    /// <param name="Handler">The name of the handler.</param>
    /// <param name="Operation">What it was asked about.</param>
    /// <param name="Reason">What it said, or what it threw.</param>
    public sealed record Rejected(string Handler, RegistryOperation Operation, string Reason) : CommitOutcome;

    /// <summary>A handler gave no answer in its time.</summary>
    /// <param name="Handler">The name of the handler.</param>
    /// <param name="Operation">What it was asked about.</param>
    /// <param name="Deadline">The time that it had.</param>
    public sealed record TimedOut(string Handler, RegistryOperation Operation, TimeSpan Deadline) : CommitOutcome;

    /// <summary>The registry is not as the change set takes for granted: an entry is there already, is missing, or was changed by somebody else.</summary>
    /// <param name="Keys">Each entry that does not fit, and why.</param>
    public sealed record Conflict(IReadOnlyList<KeyConflict> Keys) : CommitOutcome;

    /// <summary>Too many commits are waiting. Nothing was done; try again later.</summary>
    public sealed record Busy : CommitOutcome;

    /// <summary>The caller cancelled before the change was durable.</summary>
    public sealed record Cancelled : CommitOutcome;
}
