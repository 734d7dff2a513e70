using AstRegistry.Locking;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Tests.Locking;

/// <summary>Each rule of merging, and the laws.</summary>
public class LockMergeTests
{
    private const string Id = "00000000000000a1";
    private const string Other = "00000000000000a2";

    private static LockMergeResult Merge(string ancestor, string ours, string theirs, LockMergeLabels? labels = null) =>
        LockMerge.Merge(LockFile.Parse(ancestor), LockFile.Parse(ours), LockFile.Parse(theirs), labels);

    /// <summary>What both sides say about one id, without the id; empty for no record.</summary>
    [Theory]
    [InlineData("added by us", "", "type A", "", "type A")]
    [InlineData("added by both", "", "type A", "type A", "type A")]
    [InlineData("added by both, and renamed by them", "", "type A", "type B was=A", "type B was=A")]
    [InlineData("added by both, and retired by them", "", "type A", "type A retired", "type A retired")]
    [InlineData("renamed by us", "type A", "type B was=A", "type A", "type B was=A")]
    [InlineData("renamed by both alike", "type A", "type B was=A", "type B was=A", "type B was=A")]
    [InlineData("renamed by us, renamed back by them", "type B was=A", "type C was=A", "type A", null)]
    [InlineData("renamed to two keys", "type A", "type B was=A", "type C was=A", null)]
    [InlineData("renamed to two kinds", "field A", "property A was=field:A", "event A was=field:A", null)]
    [InlineData("added with two keys", "", "type A", "type B", null)]
    [InlineData("added with two salts", "", "type A salt=1", "type A salt=2", null)]
    [InlineData("retired by them", "type A", "type A", "type A retired", "type A retired")]
    [InlineData("retired by both", "type A", "type A retired", "type A retired", "type A retired")]
    [InlineData("retired by us, renamed by them", "type A", "type A retired", "type B was=A", "type B was=A")]
    [InlineData("renamed and retired by us, renamed by them", "type A", "type B was=A retired", "type C was=A", "type C was=A")]
    [InlineData("renamed alike, retired by us", "type A", "type B was=A retired", "type B was=A", "type B was=A retired")]
    [InlineData("retired by us, retargeted by them", "type A", "type A retired", "type A tfm=net8.0", "type A tfm=net8.0")]
    [InlineData("retired under two names", "type A", "type C was=A retired", "type B was=A retired", "type B was=A retired")]
    [InlineData("revived by us", "type A retired", "type A", "type A retired", "type A")]
    [InlineData("removed by us", "type A", "", "type A", "")]
    [InlineData("removed by us, retired by them", "type A", "", "type A retired", "type A retired")]
    [InlineData("removed by us, retargeted by them", "type A", "", "type A tfm=net8.0", "type A tfm=net8.0")]
    [InlineData("removed by us, renamed by them", "type A", "", "type B was=A", null)]
    [InlineData("renamed by us, retargeted by them", "type A", "type B was=A", "type A tfm=net8.0", "type B was=A tfm=net8.0")]
    [InlineData("a target less on each side", "type A", "type A tfm=a;b", "type A tfm=b;c", "type A tfm=b")]
    [InlineData("a target more on each side", "type A tfm=a", "type A tfm=a;b", "type A tfm=a;c", "type A tfm=a;b;c")]
    [InlineData("a target more, a target less", "type A tfm=a;b", "type A tfm=a;b;c", "type A tfm=b", "type A tfm=b;c")]
    [InlineData("all targets, a target more", "type A tfm=a", "type A", "type A tfm=a;b", "type A")]
    [InlineData("no target left", "type A", "type A tfm=a", "type A tfm=b", "type A tfm=a;b")]
    public void One_record_is_merged(string what, string ancestor, string ours, string theirs, string? merged)
    {
        static string Line(string text) => text.Length == 0 ? "" : $"{Id} {text}\n";
        foreach (var (one, two) in ((string, string)[])[(ours, theirs), (theirs, ours)])
        {
            var result = Merge(Line(ancestor), Line(one), Line(two));
            Assert.True(result.IsClean == merged is not null, what);
            if (merged is not null) Assert.Equal(Line(merged), result.Text);
            else Assert.Equal(LockConflictKind.IdWithTwoKeys, Assert.Single(result.Conflicts).Kind);
        }
    }

    [Fact]
    public void Two_ids_of_one_key_are_a_conflict_around_their_lines_alone()
    {
        var result = Merge(
            $"{Id} type A\n00000000000000ff type Z\n",
            $"0000000000000001 type New\n{Id} type B was=A\n00000000000000ff type Z\n",
            $"{Id} type A retired\n{Other} type B\n00000000000000ff type Z\n00000000000000ff type Z\n",
            new("HEAD", "topic", 9));

        Assert.Equal(LockConflictKind.KeyWithTwoIds, Assert.Single(result.Conflicts).Kind);
        Assert.Equal(
            $"0000000000000001 type New\n<<<<<<<<< HEAD\n{Id} type B was=A\n=========\n{Id} type A retired\n{Other} type B\n>>>>>>>>> topic\n00000000000000ff type Z\n",
            result.Text);
        Assert.Equal(["New", "B", "Z"], LockFile.Parse(result.Text!).Records.Select(static record => record.Key.Key));
    }

    [Fact]
    public void A_conflict_at_the_end_is_written()
    {
        var result = Merge($"{Id} type A\n", $"{Id} type B was=A\n", $"{Id} type C was=A\n");

        Assert.Equal($"<<<<<<< ours\n{Id} type B was=A\n=======\n{Id} type C was=A\n>>>>>>> theirs\n", result.Text);
    }

    [Fact]
    public void A_faulty_side_is_refused()
    {
        var result = Merge("", $"{Id} type A\n", "nonsense\n");

        Assert.Null(result.Text);
        Assert.False(result.IsClean);
        Assert.Equal(LockFaultKind.MalformedId, Assert.Single(result.Faults).Kind);
    }

    [Fact]
    public void Merging_is_the_same_from_both_sides() => Check.One(LockGenerators.Seeded(500), Prop.ForAll(Triples.ToArbitrary(), static triple =>
    {
        var (one, other) = (LockMerge.Merge(triple.Ancestor, triple.Ours, triple.Theirs), LockMerge.Merge(triple.Ancestor, triple.Theirs, triple.Ours));

        Assert.Equal(one.IsClean, other.IsClean);
        Assert.Equal(one.Conflicts.Select(static conflict => conflict.FirstId), other.Conflicts.Select(static conflict => conflict.FirstId));
        if (one.IsClean) Assert.Equal(one.Text, other.Text);
    }));

    [Fact]
    public void What_one_side_did_is_the_merge_with_the_ancestor() => Check.One(LockGenerators.Seeded(500), Prop.ForAll(Triples.ToArbitrary(), static triple =>
    {
        Assert.Equal(triple.Ours.ToText(), LockMerge.Merge(triple.Ancestor, triple.Ours, triple.Ancestor).Text);
        Assert.Equal(triple.Ours.ToText(), LockMerge.Merge(triple.Ancestor, triple.Ours, triple.Ours).Text);
        Assert.Equal(triple.Theirs.ToText(), LockMerge.Merge(triple.Ancestor, triple.Ancestor, triple.Theirs).Text);
    }));

    [Fact]
    public void Nothing_is_lost_and_nothing_made_up() => Check.One(LockGenerators.Seeded(500), Prop.ForAll(Triples.ToArbitrary(), static triple =>
    {
        var result = LockMerge.Merge(triple.Ancestor, triple.Ours, triple.Theirs);
        var file = LockFile.Parse(result.Text!);

        Assert.DoesNotContain(file.Faults, static fault => fault.Kind != LockFaultKind.ConflictMarker);
        Assert.Equal(result.IsClean, file.IsCanonical);
        var ids = file.Records.Select(static record => record.Id).Concat(result.Conflicts.SelectMany(static conflict => conflict.Ours.Concat(conflict.Theirs)).Select(static record => record.Id)).ToHashSet();
        Assert.Equal(triple.Ours.Records.Concat(triple.Theirs.Records).Select(static record => record.Id).ToHashSet(), ids);
        foreach (var conflict in result.Conflicts)
        {
            Assert.All(conflict.Ours, record => Assert.Equal(triple.Ours.Find(record.Id), record));
            Assert.All(conflict.Theirs, record => Assert.Equal(triple.Theirs.Find(record.Id), record));
        }
    }));

    /// <summary>A file and what two branches made of it by updates, so that keys meet and part as they do in life.</summary>
    private static Gen<(LockFile Ancestor, LockFile Ours, LockFile Theirs)> Triples { get; } =
        from ancestor in Branch(LockFile.Empty)
        from ours in Branch(ancestor)
        from theirs in Branch(ancestor)
        select (ancestor, ours, theirs);

    private static Gen<LockFile> Branch(LockFile start) =>
        from steps in (from keys in LockGenerators.FewKeys.ListOf()
                       from renames in (from one in LockGenerators.FewKeys from other in LockGenerators.FewKeys select (one, other)).ListOf()
                       select (keys, renames)).ListOf(2)
        select steps.Aggregate(start, static (file, step) =>
            LockUpdate.Compute(file, "Shop", [.. step.keys.Select(static key => new LockEntry(key))], [.. step.renames], new()).File);
}
