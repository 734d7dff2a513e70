using AstRegistry.Versions;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Versions;

public sealed class ChangeSetReverseTests
{
    [Fact]
    public void Operations_are_undone_in_reverse_order()
    {
        RegistryEntry old = Samples.Entry("a:x", 1L), @new = Samples.Entry("a:x", 2L), other = Samples.Entry("a:y");
        var changes = new ChangeSet(RegistryOperation.Create(other), RegistryOperation.Update(@new, old), RegistryOperation.Delete(@new));

        Assert.Equal(
            [RegistryOperation.Create(@new), RegistryOperation.Update(old, @new), RegistryOperation.Delete(other)],
            changes.Reverse());
        Assert.Equal(changes, changes.Reverse().Reverse());
        Assert.Empty(ChangeSet.Empty.Reverse());
    }

    [Fact]
    public void What_does_not_know_the_original_fails_loudly()
    {
        var changes = new ChangeSet(
            RegistryOperation.Create(Samples.Entry("a:x")),
            RegistryOperation.Update(Samples.Entry("a:y")),
            RegistryOperation.Delete(EntryId.Parse("a:z")));

        var error = Assert.Throws<IrreversibleChangeException>(changes.Reverse);

        Assert.Equal((changes[1], 1), (error.Operation, error.Place));
        Assert.Contains("Operation 1, 'Update a:y'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Give the original", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reverse_of_what_was_applied_restores_the_state() => Check.One(Samples.Laws, Prop.ForAll(Samples.Sequences.ToArbitrary(), static sample =>
    {
        var state = sample.Start;
        foreach (var changes in sample.Sequence)
        {
            var applied = ChangeApplier.Apply(state.Table, changes, state.Revision + 1);
            var after = new RegistrySnapshot(RegistryVersion.Root, applied.Table);

            Assert.Equal(Samples.Content(state), Samples.Content(applied.Changes.Reverse().ApplyTo(after)));
            state = after;
        }
    }));
}
