using AstRegistry.Versions;

namespace AstRegistry.Runtime.Tests.Versions;

public sealed class ChangeSetApplyTests
{
    private static readonly RegistryEntry First = Samples.Entry("a:x", 1L);
    private static readonly RegistryEntry Second = Samples.Entry("a:x", 2L);
    private static readonly RegistryEntry Other = Samples.Entry("b:y", 1L);

    [Fact]
    public void Operations_on_one_id_follow_one_another()
    {
        var changes = new ChangeSet(
            RegistryOperation.Create(First),
            RegistryOperation.Update(Second, First),
            RegistryOperation.Delete(Second),
            RegistryOperation.Create(First),
            RegistryOperation.Update(Second));

        var after = changes.ApplyTo(RegistrySnapshot.Empty);

        Assert.Equal([Second], after.Entries);
        Assert.Equal(0, RegistrySnapshot.Empty.Count);
    }

    [Fact]
    public void A_snapshot_after_a_change_set_follows_the_one_before()
    {
        var before = new ChangeSet(RegistryOperation.Create(First)).ApplyTo(RegistrySnapshot.Empty);
        var after = new ChangeSet(RegistryOperation.Create(Other)).ApplyTo(before);

        Assert.Equal((2, 1), (after.Revision, after.Version.Parent));
        Assert.Equal((1, 2), (after.RevisionOf("a"), after.RevisionOf("b")));
        Assert.Equal(before.Version.At, after.Version.At);
        Assert.Equal(RegistryVersion.Root, ChangeSet.Empty.ApplyTo(before, RegistryVersion.Root).Version);
        Assert.Equal([First], before.Entries);
    }

    [Fact]
    public void All_entries_that_do_not_fit_are_listed_and_nothing_is_changed()
    {
        var state = Samples.Snapshot(First, Other);
        var changes = new ChangeSet(
            RegistryOperation.Create(Samples.Entry("c:new")),
            RegistryOperation.Create(First),
            RegistryOperation.Delete(Second),
            RegistryOperation.Update(Samples.Entry("c:gone")),
            RegistryOperation.Delete(EntryId.Parse("c:off")),
            RegistryOperation.Update(Samples.Entry("b:y", 3L), Samples.Entry("b:y", 2L)));

        var error = Assert.Throws<ChangeSetConflictException>(() => changes.ApplyTo(state));

        Assert.Equal(
            ["a:x: AlreadyExists", "c:gone: Missing", "c:off: Missing", "b:y: Changed"],
            error.Keys.Select(static key => key.ToString()));
        Assert.Contains("'b:y': the entry is another than the original", error.Message, StringComparison.Ordinal);
        Assert.Equal([First, Other], state.Entries);
        var applied = ChangeApplier.Apply(state.Table, changes, 9);
        Assert.False(applied.IsApplied);
        Assert.Same(state.Table, applied.Table);
    }

    [Fact]
    public void An_original_of_equal_content_fits()
    {
        var changes = new ChangeSet(RegistryOperation.Update(Second, Samples.Entry("a:x", 1L)));

        Assert.Equal([Second], changes.ApplyTo(Samples.Snapshot(First)).Entries);
    }

    [Fact]
    public void Applied_operations_carry_the_entries_that_they_found()
    {
        var state = Samples.Snapshot(First, Other);
        var given = new ChangeSet(
            RegistryOperation.Update(Second),
            RegistryOperation.Delete(EntryId.Parse("b:y")),
            RegistryOperation.Create(Samples.Entry("c:z")),
            RegistryOperation.Update(First),
            RegistryOperation.Update(First));

        var applied = ChangeApplier.Apply(state.Table, given, 2);

        Assert.Equal(
            [RegistryOperation.Update(Second, First), RegistryOperation.Delete(Other), given[2], RegistryOperation.Update(First, Second), RegistryOperation.Update(First, First)],
            applied.Changes);
        Assert.True(applied.Changes.IsReversible);
        Assert.False(given.IsReversible);
        Assert.Equal(Samples.Content(state), Samples.Content(applied.Changes.Reverse().ApplyTo(new(RegistryVersion.Root, applied.Table))));
    }

    [Fact]
    public void A_change_set_that_knows_everything_is_not_copied()
    {
        var given = new ChangeSet(RegistryOperation.Create(First), RegistryOperation.Update(Second, First), RegistryOperation.Delete(Second));

        Assert.Same(given, ChangeApplier.Apply(RegistrySnapshot.Empty.Table, given, 1).Changes);
    }

    [Fact]
    public void A_replay_makes_no_versions_and_gives_what_the_versions_gave()
    {
        var v1 = new ChangeSet(RegistryOperation.Create(First));
        var v2 = new ChangeSet(RegistryOperation.Update(Second, First), RegistryOperation.Create(Other));
        var v3 = new ChangeSet(RegistryOperation.Delete(Other));
        var baseline = v1.ApplyTo(RegistrySnapshot.Empty);

        var fromStart = ChangeApplier.Replay(RegistrySnapshot.Empty.Table, [v1, v2, v3], 3);
        var fromBaseline = ChangeApplier.Replay(baseline.Table, [v2, v3], 3);
        var rolledBack = ChangeApplier.Replay(fromStart, [v3.Reverse(), v2.Reverse()], 1);

        Assert.Equal([Second], fromStart.Items.Select(static item => item.Value));
        Assert.Equal([Second], fromBaseline.Items.Select(static item => item.Value));
        Assert.Equal([First], rolledBack.Items.Select(static item => item.Value));
        Assert.Same(baseline.Table, ChangeApplier.Replay(baseline.Table, [], 3));
        Assert.Same(baseline.Table, ChangeApplier.Replay(baseline.Table, [ChangeSet.Empty], 3));
    }

    [Fact]
    public void A_replay_of_what_does_not_fit_names_the_place()
    {
        var error = Assert.Throws<ChangeSetConflictException>(() => ChangeApplier.Replay(
            RegistrySnapshot.Empty.Table,
            [new(RegistryOperation.Create(First)), new(RegistryOperation.Create(Other), RegistryOperation.Create(First))],
            2));

        Assert.Equal(2, error.Place);
        Assert.Equal([new KeyConflict(First.Id, KeyConflictReason.AlreadyExists)], error.Keys);
        Assert.Contains("Operation 2, 'Create a:x'", error.Message, StringComparison.Ordinal);
    }
}
