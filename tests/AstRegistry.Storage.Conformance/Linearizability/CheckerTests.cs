namespace AstRegistry.Storage.Conformance.Linearizability;

/// <summary>The checker on histories that are small enough to be judged by hand. Times are ticks: a call is written from the one to the other.</summary>
public sealed class CheckerTests
{
    private static readonly EntryId Id = new("app", "e");
    private static readonly EntryId OtherId = new("app", "f");
    private static readonly RegistryEntry A = new(Id, "test.item", data: "a");
    private static readonly RegistryEntry B = new(Id, "test.item", data: "b");
    private static readonly RegistryEntry C = new(Id, "test.item", data: "c");
    private static readonly RegistryEntry Other = new(OtherId, "test.item", data: "other");
    private static readonly ChangeSet MakeA = new(RegistryOperation.Create(A));
    private static readonly ChangeSet AToB = new(RegistryOperation.Update(B, A));
    private static readonly ChangeSet AToC = new(RegistryOperation.Update(C, A));

    [Fact]
    public void Nothing_is_linearizable() => Explains();

    [Fact]
    public void Calls_one_after_another_are_linearizable() => Explains(Read(1, 2, 0, null), Commit(3, 4, 1, MakeA), Read(5, 6, 1, A), Commit(7, 8, 2, AToB), Read(9, 10, 2, B));

    [Fact]
    public void A_read_beside_a_commit_may_see_it_or_not() => Explains(Commit(1, 4, 1, MakeA), Commit(5, 10, 2, AToB), Read(6, 7, 1, A, 1), Read(8, 9, 2, B, 1), Read(6, 9, 1, A, 2));

    [Fact]
    public void Commits_beside_one_another_come_in_any_order() => Explains(Commit(2, 6, 1, MakeA), Commit(1, 5, 2, AToB));

    [Fact]
    public void A_conflict_with_a_commit_beside_it_is_linearizable() => Explains(Commit(1, 2, 1, MakeA), Commit(3, 8, 2, AToB), Conflict(4, 5, AToC, Id));

    [Fact]
    public void A_read_of_what_is_over_is_noticed() => Notices("could be current", Commit(1, 2, 1, MakeA), Commit(3, 4, 2, AToB), Read(5, 6, 1, A));

    [Fact]
    public void Reads_that_go_back_are_noticed() => Notices("could be current", Commit(1, 2, 1, MakeA), Commit(3, 10, 2, AToB), Read(4, 5, 2, B, 1), Read(6, 7, 1, A, 2));

    [Fact]
    public void A_read_of_what_has_not_begun_is_noticed() => Notices("could be current", Commit(1, 2, 1, MakeA), Read(3, 4, 2, B), Commit(5, 6, 2, AToB));

    [Fact]
    public void A_read_of_a_commit_that_was_refused_is_noticed() =>
        Notices("could be current", Commit(1, 2, 1, MakeA), new CommitObservation(0, 0, 3, 6, AToB, new CommitOutcome.Cancelled()), Read(4, 5, 2, B));

    [Fact]
    public void A_read_of_what_never_was_is_noticed() => Notices("as it never was", Commit(1, 2, 1, MakeA), Read(3, 4, 1, B));

    [Fact]
    public void A_read_of_half_a_commit_is_noticed() => Notices(
        "as it never was", Commit(1, 2, 1, new(RegistryOperation.Create(A), RegistryOperation.Create(Other))), new ReadObservation(0, 0, 3, 4, 1, [(Id, A), (OtherId, null)]));

    [Fact]
    public void A_revision_that_is_given_twice_is_noticed() => Notices("given to nobody, or twice", Commit(1, 2, 1, MakeA), Commit(3, 4, 2, AToB), Commit(5, 6, 2, new(RegistryOperation.Create(Other))));

    [Fact]
    public void A_revision_that_is_left_out_is_noticed() => Notices("given to nobody, or twice", Commit(1, 2, 1, MakeA), Commit(3, 4, 3, AToB));

    [Fact]
    public void Revisions_against_time_are_noticed() => Notices("returned before a lower one began", Commit(3, 4, 1, MakeA), Commit(1, 2, 2, AToB));

    [Fact]
    public void A_lost_update_is_noticed() => Notices("does not fit", Commit(1, 2, 1, MakeA), Commit(3, 6, 2, AToB), Commit(4, 5, 3, AToC));

    [Fact]
    public void A_conflict_without_reason_is_noticed() => Notices("told of a conflict", Commit(1, 2, 1, MakeA), Conflict(3, 4, AToC, Id));

    [Fact]
    public void A_conflict_with_what_came_later_is_noticed() => Notices("told of a conflict", Commit(1, 2, 1, MakeA), Conflict(3, 4, AToC, Id), Commit(5, 6, 2, AToB));

    [Fact]
    public void A_conflict_over_another_entry_is_noticed() =>
        Notices("told of a conflict", Commit(1, 2, 1, MakeA), Commit(3, 4, 2, AToB), Conflict(5, 6, new(RegistryOperation.Update(C, A), RegistryOperation.Create(Other)), OtherId));

    [Fact]
    public void Reads_of_one_registry_may_lag_behind_commits_of_another() => Explains(Commit(1, 2, 1, MakeA, 0), Read(3, 4, 0, null, 1, 1), Read(5, 6, 1, A, 1, 1));

    [Fact]
    public void Reads_that_go_back_at_one_registry_are_noticed() =>
        Notices("could be current", Commit(1, 2, 1, MakeA, 0), Read(3, 4, 1, A, 1, 1), Read(5, 6, 0, null, 2, 1));

    [Fact]
    public void A_read_that_misses_what_its_own_registry_acknowledged_is_noticed() =>
        Notices("could be current", Commit(1, 2, 1, MakeA, 0), Commit(3, 4, 2, AToB, 1), Read(5, 6, 1, A, 2, 1));

    [Fact]
    public void Commits_of_several_registries_are_held_to_one_order() =>
        Notices("returned before a lower one began", Commit(3, 4, 1, MakeA, 0), Commit(1, 2, 2, AToB, 1));

    [Fact]
    public void A_conflict_without_entries_is_right_only_where_others_can_be_faster()
    {
        Explains(Commit(1, 2, 1, MakeA, 0), Conflict(3, 4, AToC, EntryId.None, 1));
        Notices("told of a conflict", Commit(1, 2, 1, MakeA), Conflict(3, 4, AToC, EntryId.None));
    }

    private static CommitObservation Commit(long began, long returned, long revision, ChangeSet changes, int site = 0) =>
        new(0, site, began, returned, changes, new CommitOutcome.Committed(new(revision, revision - 1, DateTimeOffset.UnixEpoch, "", Guid.NewGuid(), changes.Count), changes));

    private static CommitObservation Conflict(long began, long returned, ChangeSet changes, EntryId key, int site = 0) =>
        new(0, site, began, returned, changes, new CommitOutcome.Conflict(key.IsNone ? [] : [new(key, KeyConflictReason.Changed)]));

    private static ReadObservation Read(long began, long returned, long revision, RegistryEntry? entry, int client = 0, int site = 0) =>
        new(client, site, began, returned, revision, [(Id, entry)]);

    private static void Explains(params Observation[] seen) => Assert.Empty(LinearizabilityChecker.Check(seen));

    private static void Notices(string violation, params Observation[] seen) =>
        Assert.Contains(violation, Assert.Single(LinearizabilityChecker.Check(seen)), StringComparison.Ordinal);
}
