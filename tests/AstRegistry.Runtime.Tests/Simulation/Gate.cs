namespace AstRegistry.Runtime.Tests.Simulation;

/// <summary>A place where the registry waits until the schedule says how it goes on.</summary>
/// <param name="Number">Counts the gates of a simulation.</param>
/// <param name="Name">What waits there, for the trace.</param>
/// <param name="IsHandler">Whether a handler waits, and not the history.</param>
/// <param name="CommitId">The commit that a handler is asked about; empty for a checkout and at the gates of the history.</param>
internal sealed record Gate(int Number, string Name, bool IsHandler, Guid CommitId)
{
    private readonly TaskCompletionSource<GateChoice> _choice = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the registry has stopped waiting here, so that a vote says nothing any more.</summary>
    public bool IsTooLate { get; set; }

    public Task<GateChoice> Choice => _choice.Task;

    public void Release(GateChoice choice) => _choice.TrySetResult(choice);
}

/// <summary>How what waits at a gate goes on.</summary>
internal enum GateChoice
{
    /// <summary>As it should.</summary>
    Proceed,

    /// <summary>The handler says no, the history fails.</summary>
    Refuse,

    /// <summary>The handler throws.</summary>
    Throw,

    /// <summary>The handler says yes twice.</summary>
    AcceptTwice,

    /// <summary>The history does it and the process ends before it can say so.</summary>
    ProceedAndCrash,
}
