using AstRegistry.History;
using AstRegistry.Transactions;

namespace AstRegistry.Registry;

/// <summary>Commits that are appended together: each with the outcome that it has if the history takes them.</summary>
internal sealed class Batch(RegistryContext context, RegistryState state)
{
    private readonly List<(CommitRequest Request, PlannedCommit Plan)> _members = [];
    private readonly Dictionary<Guid, PlannedCommit> _byId = [];
    private ChainHash _hash = state.Head.Hash;

    /// <summary>The state that the first one meets.</summary>
    public RegistryState State => state;

    /// <summary>The handlers that take part: those that were there when the batch began.</summary>
    public Participant[] Handlers { get; } = context.Handlers.All;

    /// <summary>The entries that the next one meets.</summary>
    public RegistrySnapshot Snapshot { get; private set; } = state.Snapshot;

    public long NextRevision => state.Head.Revision + Versions.Count + 1;

    public int Count => _members.Count;

    /// <summary>What is to be appended.</summary>
    public List<HistoryVersion> Versions { get; } = [];

    public IReadOnlyList<(CommitRequest Request, PlannedCommit Plan)> Members => _members;

    /// <summary>Whether one of them does not fit the entries as this process knows them.</summary>
    public bool IsUnfit { get; private set; }

    /// <summary>What an earlier one of the same id comes to.</summary>
    public PlannedCommit? Repeated(Guid commitId) => _byId.GetValueOrDefault(commitId);

    public void Add(CommitRequest request, PlannedCommit plan)
    {
        if (plan.After is { } after && _byId.TryAdd(request.CommitId, plan)) plan = Encode(plan, after);
        IsUnfit |= plan.IsUnfit;
        _members.Add((request, plan));
    }

    /// <summary>The state once all are appended.</summary>
    public RegistryState After(HistoryHead head) => new(Snapshot, state.Versions.AddRange(Versions.Select(static version => version.Version)), head);

    /// <summary>Answers all alike.</summary>
    public void Fail(Exception exception)
    {
        foreach (var (request, _) in _members) request.Fail(exception);
    }

    private PlannedCommit Encode(PlannedCommit plan, RegistrySnapshot after)
    {
        try
        {
            // Without a past nobody will read the changes, so they are not encoded.
            var version = context.History.CanRewind
                ? HistoryChain.Create(_hash, after.Version, plan.Changes)
                : new(after.Version, default, HistoryChain.HashOf(_hash, after.Version, default));
            Versions.Add(version);
            (_hash, Snapshot) = (version.Hash, after);
            return plan;
        }
        catch (HistoryException exception)
        {
            // It is too large to be stored, which is no fault of the others.
            return new() { Fault = exception };
        }
    }
}
