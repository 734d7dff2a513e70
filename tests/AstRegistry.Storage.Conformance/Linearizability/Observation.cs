namespace AstRegistry.Storage.Conformance.Linearizability;

/// <summary>
/// What a client did and what it saw, between two ticks of one counter: a call that returned at a lower tick than another began came before it.
/// </summary>
/// <param name="Client">The client.</param>
/// <param name="Site">The registry that it spoke to, where several share one history.</param>
/// <param name="Began">The tick at which it called.</param>
/// <param name="Returned">The tick at which it had its answer.</param>
internal abstract record Observation(int Client, int Site, long Began, long Returned);

/// <summary>A commit and its outcome.</summary>
internal sealed record CommitObservation(int Client, int Site, long Began, long Returned, ChangeSet Changes, CommitOutcome Outcome) : Observation(Client, Site, Began, Returned)
{
    /// <summary>The revision that it made, or 0 where it made none.</summary>
    public long Revision => Outcome is CommitOutcome.Committed committed ? committed.Version.Revision : 0;
}

/// <summary>A look at the current snapshot: its revision, and some entries of it, null for one that was not there.</summary>
internal sealed record ReadObservation(int Client, int Site, long Began, long Returned, long Revision, IReadOnlyList<(EntryId Id, RegistryEntry? Entry)> Seen)
    : Observation(Client, Site, Began, Returned);
