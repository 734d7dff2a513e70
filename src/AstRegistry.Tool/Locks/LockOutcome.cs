using AstRegistry.Locking;
using AstRegistry.Renames;
using AstRegistry.Tool.Projects;

namespace AstRegistry.Tool.Locks;

/// <summary>How a lock and its project stand to each other.</summary>
internal enum LockStatus
{
    /// <summary>The lock says what the sources say.</summary>
    InStep,

    /// <summary>It does not.</summary>
    Drifted,

    /// <summary>There is no lock.</summary>
    Missing,

    /// <summary>It did not, and was brought in step.</summary>
    Updated,

    /// <summary>The lock cannot be read as a whole, and was left as it is.</summary>
    Faulty,

    /// <summary>The sources cannot be parsed, and the lock was left as it is.</summary>
    Unparsed,
}

/// <summary>What a run on a project came to.</summary>
internal sealed record LockOutcome(ProjectDescription Project, LockStatus Status)
{
    /// <summary>What is wrong with the lock.</summary>
    public IReadOnlyList<LockFault> Faults { get; init; } = [];

    /// <summary>What is, or was, to be changed.</summary>
    public IReadOnlyList<LockChange> Changes { get; init; } = [];

    /// <summary>Renames that a person has to confirm, because they are likely and not certain.</summary>
    public IReadOnlyList<Rename> Proposals { get; init; } = [];

    /// <summary>From what renames were told; null where nobody had to ask.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The retired records of which the declarations are back; their ids stay retired.</summary>
    public IReadOnlyList<LockRecord> Returned { get; init; } = [];

    /// <summary>The first of the places where the sources cannot be parsed, in the compiler's form.</summary>
    public string SyntaxError { get; init; } = "";

    /// <summary>Whether the run has something to be acted on.</summary>
    public bool HasFindings => Status is not (LockStatus.InStep or LockStatus.Updated);
}
