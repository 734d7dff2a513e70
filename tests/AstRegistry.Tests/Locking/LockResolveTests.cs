using AstRegistry.Locking;

namespace AstRegistry.Tests.Locking;

/// <summary>What a merge left behind is settled as far as the sides agree.</summary>
public class LockResolveTests
{
    private const string Id = "00000000000000a1";

    private static LockMergeResult Resolve(string text, LockMergeLabels? labels = null) => LockMerge.Resolve(LockFile.Parse(text), labels);

    /// <summary>What the sides of a conflict without the ancestor's lines say about one id, and what is made of it.</summary>
    [Theory]
    [InlineData("type A", "", "type A")]
    [InlineData("type A", "type A", "type A")]
    [InlineData("type A", "type B was=A", "type B was=A")]
    [InlineData("type A", "type A retired", "type A retired")]
    [InlineData("type B was=A", "type B was=A retired", "type B was=A retired")]
    [InlineData("type A", "type B was=A retired", "type B was=A retired")]
    [InlineData("type B was=A", "type A retired", "type B was=A")]
    [InlineData("type A", "type A tfm=net8.0", "type A tfm=net8.0")]
    [InlineData("type B was=A", "type C was=A", null)]
    [InlineData("type A", "type B", null)]
    public void A_conflict_without_the_ancestor_is_settled_by_what_the_records_say(string one, string other, string? settled)
    {
        static string Line(string text) => text.Length == 0 ? "" : $"{Id} {text}\n";
        foreach (var (ours, theirs) in ((string, string)[])[(one, other), (other, one)])
        {
            var text = $"0000000000000001 type First\n<<<<<<< HEAD\n{Line(ours)}=======\n{Line(theirs)}>>>>>>> topic\n";
            var result = Resolve(text, new("HEAD", "topic"));
            Assert.Equal(settled is not null, result.IsClean);
            Assert.Equal(settled is null ? text : $"0000000000000001 type First\n{Line(settled)}", result.Text);
        }
    }

    [Fact]
    public void The_ancestor_tells_who_changed_a_record()
    {
        const string Sides = $"<<<<<<< HEAD\n{Id} type C was=A\n{{0}}=======\n{Id} type B was=A\n>>>>>>> topic\n";

        Assert.False(Resolve(Sides.Replace("{0}", "", StringComparison.Ordinal)).IsClean);
        Assert.Equal($"{Id} type C was=A\n", Resolve(Sides.Replace("{0}", $"||||||| base\n{Id} type B was=A\n", StringComparison.Ordinal)).Text);
    }

    [Fact]
    public void What_is_left_keeps_its_markers_and_the_rest_is_settled()
    {
        var result = Resolve($"""
            <<<<<<< HEAD
            {Id} type B was=A
            00000000000000a2 type New
            =======
            {Id} type C was=A
            00000000000000a3 type Other
            >>>>>>> topic

            """);

        Assert.Equal(LockConflictKind.IdWithTwoKeys, Assert.Single(result.Conflicts).Kind);
        Assert.Equal(
            $"<<<<<<< ours\n{Id} type B was=A\n=======\n{Id} type C was=A\n>>>>>>> theirs\n00000000000000a2 type New\n00000000000000a3 type Other\n",
            result.Text);
    }

    [Fact]
    public void A_sound_file_is_put_in_canonical_form() => Assert.Equal($"{Id} type A\n", Resolve($"{Id} type A\r\n{Id} type A").Text);

    [Fact]
    public void A_file_with_other_faults_is_left_alone()
    {
        var result = Resolve($"nonsense\n<<<<<<< HEAD\n=======\n{Id} type A\n>>>>>>> topic\n");

        Assert.Null(result.Text);
        Assert.Contains(result.Faults, static fault => fault.Kind == LockFaultKind.MalformedId);
    }
}
