using AstRegistry.Versions;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Versions;

public sealed class ChangeSetSquashTests
{
    private static readonly RegistryEntry One = Samples.Entry("a:x", 1L);
    private static readonly RegistryEntry Two = Samples.Entry("a:x", 2L);
    private static readonly RegistryEntry Three = Samples.Entry("a:x", 3L);

    public static TheoryData<string, RegistryOperation, RegistryOperation, RegistryOperation?> Pairs => new()
    {
        { "create, update", RegistryOperation.Create(One), RegistryOperation.Update(Two, One), RegistryOperation.Create(Two) },
        { "create, update of whatever is there", RegistryOperation.Create(One), RegistryOperation.Update(Two), RegistryOperation.Create(Two) },
        { "create, delete", RegistryOperation.Create(One), RegistryOperation.Delete(One), null },
        { "update, delete", RegistryOperation.Update(Two, One), RegistryOperation.Delete(Two), RegistryOperation.Delete(One) },
        { "update of whatever is there, delete", RegistryOperation.Update(Two), RegistryOperation.Delete(Two), RegistryOperation.Delete(One.Id) },
        { "delete, create", RegistryOperation.Delete(One), RegistryOperation.Create(Two), RegistryOperation.Update(Two, One) },
        { "delete of whatever is there, create", RegistryOperation.Delete(One.Id), RegistryOperation.Create(Two), RegistryOperation.Update(Two) },
        { "update, update", RegistryOperation.Update(Two, One), RegistryOperation.Update(Three, Two), RegistryOperation.Update(Three, One) },
        { "update of whatever is there, update", RegistryOperation.Update(Two), RegistryOperation.Update(Three, Two), RegistryOperation.Update(Three) },
    };

    public static TheoryData<string, RegistryOperation, RegistryOperation, KeyConflictReason> Contradictions => new()
    {
        { "create, create", RegistryOperation.Create(One), RegistryOperation.Create(Two), KeyConflictReason.AlreadyExists },
        { "update, create", RegistryOperation.Update(One), RegistryOperation.Create(Two), KeyConflictReason.AlreadyExists },
        { "delete, update", RegistryOperation.Delete(One), RegistryOperation.Update(Two), KeyConflictReason.Missing },
        { "delete, delete", RegistryOperation.Delete(One), RegistryOperation.Delete(One.Id), KeyConflictReason.Missing },
        { "create, update of another", RegistryOperation.Create(One), RegistryOperation.Update(Three, Two), KeyConflictReason.Changed },
        { "update, delete of another", RegistryOperation.Update(Two, One), RegistryOperation.Delete(One), KeyConflictReason.Changed },
    };

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void Two_operations_become_one(string pair, RegistryOperation first, RegistryOperation second, RegistryOperation? expected)
    {
        Assert.NotEmpty(pair);
        Assert.Equal(expected is null ? [] : [expected], ChangeSet.Squash(new ChangeSet(first), new ChangeSet(second)));
        Assert.Equal(expected is null ? [] : [expected], ChangeSet.Squash(new ChangeSet(first, second)));
    }

    [Theory]
    [MemberData(nameof(Contradictions), DisableDiscoveryEnumeration = true)]
    public void What_cannot_follow_is_refused_with_id_and_place(string pair, RegistryOperation first, RegistryOperation second, KeyConflictReason reason)
    {
        Assert.NotEmpty(pair);
        var other = RegistryOperation.Create(Samples.Entry("b:y"));

        var error = Assert.Throws<ChangeSetConflictException>(() => ChangeSet.Squash(new ChangeSet(first, other), new ChangeSet(second)));

        Assert.Equal([new KeyConflict(One.Id, reason)], error.Keys);
        Assert.Equal(2, error.Place);
        Assert.Contains($"Operation 2, '{second}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void After_create_and_delete_nothing_is_there()
    {
        var gone = new ChangeSet(RegistryOperation.Create(One), RegistryOperation.Delete(One));

        Assert.Empty(ChangeSet.Squash(gone));
        Assert.Equal([RegistryOperation.Create(Three)], ChangeSet.Squash(gone, new ChangeSet(RegistryOperation.Create(Three))));
        Assert.Throws<ChangeSetConflictException>(() => ChangeSet.Squash(gone, new ChangeSet(RegistryOperation.Update(Three))));
    }

    /// <summary>Creates stand where the entry was made, for others may need it from then on; the rest stands where it was last touched.</summary>
    [Fact]
    public void The_order_is_sound()
    {
        var squashed = ChangeSet.Squash(
            new ChangeSet(RegistryOperation.Create(Samples.Entry("n:base")), RegistryOperation.Update(Samples.Entry("n:user"))),
            new ChangeSet(RegistryOperation.Create(Samples.Entry("n:needed")), RegistryOperation.Update(Samples.Entry("n:old"))),
            new ChangeSet(RegistryOperation.Update(Samples.Entry("n:user")), RegistryOperation.Update(Samples.Entry("n:base", 1L)), RegistryOperation.Delete(EntryId.Parse("n:old"))));

        Assert.Equal(["Create n:base", "Create n:needed", "Update n:user", "Delete n:old"], squashed.Select(static operation => operation.ToString()));
    }

    [Fact]
    public void A_squash_does_what_the_sequence_does() => Check.One(Samples.Laws, Prop.ForAll(Samples.Sequences.ToArbitrary(), static sample =>
    {
        var expected = sample.Sequence.Aggregate(sample.Start, static (state, changes) => changes.ApplyTo(state));

        var squashed = ChangeSet.Squash(sample.Sequence);

        Assert.Equal(Samples.Content(expected), Samples.Content(squashed.ApplyTo(sample.Start)));
        Assert.Equal(squashed.Count, squashed.Select(static operation => operation.Id).Distinct().Count());
    }));

    [Fact]
    public void A_squash_of_what_was_applied_can_be_reversed() => Check.One(Samples.Laws, Prop.ForAll(Samples.Sequences.ToArbitrary(), static sample =>
    {
        var table = sample.Start.Table;
        var sequence = new List<ChangeSet>();
        foreach (var changes in sample.Sequence)
        {
            var applied = ChangeApplier.Apply(table, changes, 1);
            sequence.Add(applied.Changes);
            table = applied.Table;
        }

        var undone = ChangeSet.Squash(sequence).Reverse().ApplyTo(new(RegistryVersion.Root, table));

        Assert.Equal(Samples.Content(sample.Start), Samples.Content(undone));
    }));

    [Fact]
    public void It_does_not_matter_which_are_squashed_first() => Check.One(Samples.Laws, Prop.ForAll(Samples.Sequences.ToArbitrary(), static sample =>
    {
        var atOnce = ChangeSet.Squash(sample.Sequence);
        for (var i = 0; i <= sample.Sequence.Length; i++)
        {
            var inTwo = ChangeSet.Squash(ChangeSet.Squash(sample.Sequence[..i]), ChangeSet.Squash(sample.Sequence[i..]));
            Assert.Equal(atOnce.OrderBy(static operation => operation.Id), inTwo.OrderBy(static operation => operation.Id));
        }
    }));
}
