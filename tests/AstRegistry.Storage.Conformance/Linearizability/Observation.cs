namespace AstRegistry.Storage.Conformance.Linearizability;

/// <summary>
/// What a client did and what it saw, between two ticks of one counter: a call that returned at a lower tick than another began came before it.
/// </summary>
internal abstract record Observation(int Client, long Began, long Returned);

/// <summary>A commit and its outcome.</summary>
internal sealed record CommitObservation(int Client, long Began, long Returned, ChangeSet Changes, CommitOutcome Outcome) : Observation(Client, Began, Returned)
{
    /// <summary>The revision that it made, or 0 where it made none.</summary>
    public long Revision => Outcome is CommitOutcome.Committed committed ? committed.Version.Revision : 0;
}

/// <summary>A look at the current snapshot: its revision, and some entries of it, null for one that was not there.</summary>
internal sealed record ReadObservation(int Client, long Began, long Returned, long Revision, IReadOnlyList<(EntryId Id, RegistryEntry? Entry)> Seen) : Observation(Client, Began, Returned);
