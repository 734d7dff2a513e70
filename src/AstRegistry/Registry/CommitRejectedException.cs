namespace AstRegistry;

/// <summary>A change of a store did not take place. Nothing was changed.</summary>
public sealed class CommitRejectedException : InvalidOperationException
{
    /// <summary>Makes an exception without particulars.</summary>
    public CommitRejectedException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public CommitRejectedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public CommitRejectedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception of what came of the commit.</summary>
    public CommitRejectedException(CommitOutcome outcome)
        : base(Describe(outcome)) => Outcome = outcome;

    /// <summary>What came of the commit, if known.</summary>
    public CommitOutcome? Outcome { get; }

    private static string Describe(CommitOutcome outcome) => outcome switch
    {
        CommitOutcome.Rejected rejected => $"The handler '{rejected.Handler}' rejected '{rejected.Operation}': {rejected.Reason}",
        CommitOutcome.TimedOut late => $"The handler '{late.Handler}' gave no answer about '{late.Operation}' within {late.Deadline}.",
        CommitOutcome.Conflict { Keys.Count: 0 } => "Others changed the registry meanwhile. Read it again and make the change anew.",
        CommitOutcome.Conflict conflict => $"The change does not fit the entries: {string.Join("; ", conflict.Keys.Take(10))}. Read them again and make the change anew.",
        CommitOutcome.Busy => "Too many commits are waiting. Try again later.",
        CommitOutcome.Cancelled => "The registry was closed before the change could be made.",
        _ => $"The change did not take place: {outcome}.",
    };
}
