using AstRegistry.Runtime.Tests.Dependencies;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Versions;

public sealed class ChangeSetDeltaTests
{
    private static readonly DependencyResolver Resolver = new(DependencyPattern.Direct("meta.depends_on"));

    [Fact]
    public void Deletes_come_first_dependents_before_what_they_depend_on()
    {
        var old = Samples.Snapshot(Graphs.Entry("n:a"), Graphs.Entry("n:b", "a"), Graphs.Entry("n:c", "b"), Graphs.Entry("n:d", "a"), Graphs.Entry("n:kept"));
        var @new = Samples.Snapshot(Graphs.Entry("n:kept"), Graphs.Entry("n:z"));

        var delta = ChangeSet.BuildDelta(old, @new, Resolver);

        Assert.Equal(["Delete n:d", "Delete n:c", "Delete n:b", "Delete n:a", "Create n:z"], delta.Select(static operation => operation.ToString()));
    }

    [Fact]
    public void Creates_and_updates_come_after_what_they_depend_on()
    {
        var old = Samples.Snapshot(Graphs.Entry("n:b"), Graphs.Entry("n:e", "b"));
        var @new = Samples.Snapshot(Graphs.Entry("n:a", "b", "d"), Graphs.Entry("n:b", "c"), Graphs.Entry("n:c"), Graphs.Entry("n:d", "c"), Graphs.Entry("n:e", "b"));

        var delta = ChangeSet.BuildDelta(old, @new, Resolver);

        Assert.Equal(["Create n:c", "Update n:b", "Create n:d", "Create n:a"], delta.Select(static operation => operation.ToString()));
        Assert.True(delta.IsReversible);
    }

    /// <summary>The entry between does not change, yet who depends on it depends on what it needs.</summary>
    [Fact]
    public void Entries_that_stay_carry_the_order_on()
    {
        var old = Samples.Snapshot(Graphs.Entry("n:between", "z"));
        var @new = Samples.Snapshot(Graphs.Entry("n:a", "between"), Graphs.Entry("n:between", "z"), Graphs.Entry("n:z"));

        Assert.Equal(["Create n:z", "Create n:a"], ChangeSet.BuildDelta(old, @new, Resolver).Select(static operation => operation.ToString()));
        Assert.Equal(["Create n:a", "Create n:z"], ChangeSet.BuildDelta(old, @new).Select(static operation => operation.ToString()));
        Assert.Equal(["Delete n:a", "Delete n:z"], ChangeSet.BuildDelta(@new, old, Resolver).Select(static operation => operation.ToString()));
    }

    [Fact]
    public void A_circle_stands_together_where_its_dependencies_allow()
    {
        var state = Samples.Snapshot(
            Graphs.Entry("n:a", "c"), Graphs.Entry("n:b", "y"), Graphs.Entry("n:c", "a", "x"), Graphs.Entry("n:d", "a"), Graphs.Entry("n:x"), Graphs.Entry("n:y", "y"));

        var delta = ChangeSet.BuildDelta(RegistrySnapshot.Empty, state, Resolver);

        Assert.Equal(["n:x", "n:a", "n:c", "n:d", "n:y", "n:b"], delta.Select(static operation => operation.Id.ToString()));
        Assert.Equal(["n:b", "n:y", "n:d", "n:c", "n:a", "n:x"], ChangeSet.BuildDelta(state, RegistrySnapshot.Empty, Resolver).Select(static operation => operation.Id.ToString()));
    }

    [Fact]
    public void Entries_of_equal_content_do_not_differ()
    {
        var state = Samples.Snapshot(Graphs.Entry("n:a", "b"), Graphs.Entry("n:b"));

        Assert.Empty(ChangeSet.BuildDelta(state, state));
        Assert.Empty(ChangeSet.BuildDelta(state, Samples.Snapshot(Graphs.Entry("n:b"), Graphs.Entry("n:a", "b"))));
    }

    [Fact]
    public void A_delta_is_minimal_and_leads_to_the_target() => Check.One(
        Samples.Laws,
        Prop.ForAll(Samples.Snapshots.ToArbitrary(), Samples.Snapshots.ToArbitrary(), static (old, @new) => Restores(old, @new, null)));

    [Fact]
    public void A_delta_between_versions_that_share_parts_does_so_too() => Check.One(Samples.Laws, Prop.ForAll(Samples.Histories.ToArbitrary(), static history =>
    {
        foreach (var state in history.States) Restores(history.States[^1], state, null);
    }));

    [Fact]
    public void A_delta_is_ordered_and_leads_to_the_target_whatever_depends_on_what() => Check.One(
        Samples.Laws,
        Prop.ForAll(Graphs.Any.ToArbitrary(), Graphs.Any.ToArbitrary(), static (before, after) =>
        {
            RegistrySnapshot old = before.Snapshot(), @new = after.Snapshot();
            var delta = Restores(old, @new, Resolver);

            var deletes = delta.TakeWhile(static operation => operation.Kind == RegistryOperationKind.Delete).Select(static operation => operation.Id).ToList();
            var others = delta.Skip(deletes.Count).Select(static operation => operation.Id).ToList();
            Assert.DoesNotContain(delta.Skip(deletes.Count), static operation => operation.Kind == RegistryOperationKind.Delete);
            deletes.Reverse();
            before.AssertOrdered(deletes);
            after.AssertOrdered(others);
            Assert.Equal(delta, ChangeSet.BuildDelta(before.Shuffled(), after.Shuffled(), Resolver));
        }));

    private static ChangeSet Restores(RegistrySnapshot old, RegistrySnapshot @new, DependencyResolver? resolver)
    {
        var delta = ChangeSet.BuildDelta(old, @new, resolver);

        Assert.Equal(Samples.Content(@new), Samples.Content(delta.ApplyTo(old)));
        Assert.Equal(Samples.Content(old), Samples.Content(delta.Reverse().ApplyTo(@new)));
        var differing = old.Entries.Concat(@new.Entries).Select(static entry => entry.Id).Distinct()
            .Where(id => !(old.TryGet(id, out var before) && @new.TryGet(id, out var after) && before.Equals(after)));
        Assert.Equal(differing.Order(), delta.Select(static operation => operation.Id).Order());
        return delta;
    }
}
