namespace AstRegistry.Runtime.Tests.Simulation;

/// <summary>A commit of a schedule, and what the schedule did to it.</summary>
internal sealed class SimulatedCommit(int number, Guid id, ChangeSet changes) : IDisposable
{
    private readonly CancellationTokenSource _cancelling = new();

    public int Number => number;

    public Guid Id => id;

    public ChangeSet Changes => changes;

    public Task<CommitOutcome> Outcome { get; set; } = Task.FromResult<CommitOutcome>(new CommitOutcome.Busy());

    public CancellationToken Token => _cancelling.Token;

    public bool WasCancelled => _cancelling.IsCancellationRequested;

    public bool WasRefused { get; set; }

    public bool WasLate { get; set; }

    public bool MetFailure { get; set; }

    public void Cancel() => _cancelling.Cancel();

    public void Dispose() => _cancelling.Dispose();

    /// <summary>What is wrong with the outcome, given what is durable and what was done.</summary>
    public async Task<string?> FaultAsync(Model model)
    {
        var revision = model.RevisionOf(id);
        try
        {
            return await Outcome switch
            {
                CommitOutcome.Committed committed => committed.Version.Revision == revision ? null : $"was answered with {committed.Version}, but {revision?.ToString() ?? "nothing"} is durable",
                _ when revision is not null => $"was answered with a refusal, but is durable as {revision}",
                CommitOutcome.Rejected => WasRefused ? null : "was rejected by nobody",
                CommitOutcome.TimedOut => WasLate ? null : "timed out though nobody was late",
                CommitOutcome.Cancelled => WasCancelled ? null : "was cancelled by nobody",
                CommitOutcome.Conflict => model.CanConflict(changes) ? null : "was a conflict though it fits every version",
                var other => $"ended as {other}",
            };
        }
        catch (HistoryException)
        {
            return !MetFailure ? "met a failure that was not there" : revision is null ? null : $"failed, but is durable as {revision}";
        }
    }

    public async Task<string> DescribeAsync()
    {
        try
        {
            return await Outcome switch
            {
                CommitOutcome.Committed committed => $"{committed.Version}",
                var other => other.GetType().Name,
            };
        }
        catch (HistoryException error)
        {
            return error.Fault.ToString();
        }
    }
}
