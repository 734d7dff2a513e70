using AstRegistry.Locking;

namespace AstRegistry.Tests.Locking;

/// <summary>What is forgiven, and what is a fault and where.</summary>
public class LockReaderTests
{
    private const string Id = "00000000000000a1";
    private const string Other = "00000000000000a2";

    [Theory]
    [InlineData("unsorted", $"{Other} type B\n{Id} type A\n")]
    [InlineData("CRLF", $"{Id} type A\r\n{Other} type B\r\n")]
    [InlineData("byte order mark", $"\uFEFF{Id} type A\n{Other} type B\n")]
    [InlineData("no final line end", $"{Id} type A\n{Other} type B")]
    [InlineData("repeated line", $"{Id} type A\n{Id} type A\n{Other} type B\n")]
    [InlineData("empty lines", $"\n{Id} type A\n\r\n\n{Other} type B\n\n")]
    [InlineData("needless escape", $"{Id} type %41\n{Other} type B\n")]
    [InlineData("needless first key", $"{Id} type A was=A\n{Other} type B\n")]
    [InlineData("needless kind of the first key", $"{Id} type A was=type:A\n{Other} type B\n")]
    public void What_is_not_canonical_is_read_all_the_same(string what, string text)
    {
        var file = LockFile.Parse(text);

        Assert.Empty(file.Faults);
        Assert.Equal([new LockRecord(0xa1, new("type", "A")), new LockRecord(0xa2, new("type", "B"))], file.Records);
        Assert.False(file.IsCanonical);
        Assert.Equal(what == "repeated line" ? 1 : 0, file.DuplicateLines);
        Assert.Equal($"{Id} type A\n{Other} type B\n", file.ToText());
    }

    /// <summary>The marked part of a line is where the fault is to be found; an empty mark where something is missing.</summary>
    [Theory]
    [InlineData("MalformedId", "[|9F2C41D0A7BE33E1|] type A")]
    [InlineData("MalformedId", "[|9f2c|] type A")]
    [InlineData("MalformedId", "[|0000000000000000|] type A")]
    [InlineData("MalformedId", "[|#|] note")]
    [InlineData("MalformedId", "[|00000000000000a10|] type A")]
    [InlineData("MalformedId", "[|00000000000000a1\ttype|]")]
    [InlineData("UnknownKind", Id + " [|banana|] A")]
    [InlineData("UnknownKind", Id + " [|enum|] A")]
    [InlineData("UnknownKind", Id + " [|Type|] A")]
    [InlineData("MissingField", Id + "[||]")]
    [InlineData("MissingField", Id + " [||]")]
    [InlineData("MissingField", Id + " type[||]")]
    [InlineData("MissingField", Id + " type [||]")]
    [InlineData("MissingField", Id + " type A was=[||]")]
    [InlineData("MissingField", Id + " type A was=field:[||]")]
    [InlineData("StraySpace", Id + "[| |] type A")]
    [InlineData("StraySpace", Id + " type[| |] A")]
    [InlineData("StraySpace", Id + " type A[| |]")]
    [InlineData("StraySpace", Id + " type A[| |] retired")]
    [InlineData("MalformedKey", Id + " type A[|%2|]")]
    [InlineData("MalformedKey", Id + " type A[|%|]")]
    [InlineData("MalformedKey", Id + " type A[|%ZZ|]B")]
    [InlineData("MalformedKey", Id + " type A[|%FF|]B")]
    [InlineData("MalformedKey", Id + " type A[|%C3%28|]B")]
    [InlineData("MalformedKey", Id + " type A[|\t|]B")]
    [InlineData("MalformedKey", Id + " type A was=B[|%GG|]")]
    [InlineData("UnknownAttribute", Id + " type A [|since=1|]")]
    [InlineData("UnknownAttribute", Id + " type A [|Retired|]")]
    [InlineData("UnknownAttribute", Id + " type A [|retired=1|]")]
    [InlineData("DuplicateAttribute", Id + " type A was=B [|was=C|]")]
    [InlineData("DuplicateAttribute", Id + " type A retired [|retired|]")]
    [InlineData("MisorderedAttribute", Id + " type A retired [|salt=1|]")]
    [InlineData("MisorderedAttribute", Id + " type A tfm=net8.0 [|was=B|]")]
    [InlineData("MalformedSalt", Id + " type A salt=[||]")]
    [InlineData("MalformedSalt", Id + " type A salt=[|0|]")]
    [InlineData("MalformedSalt", Id + " type A salt=[|01|]")]
    [InlineData("MalformedSalt", Id + " type A salt=[|-1|]")]
    [InlineData("MalformedSalt", Id + " type A salt=[|9999999999|]")]
    [InlineData("MalformedTargets", Id + " type A tfm=[||]")]
    [InlineData("MalformedTargets", Id + " type A tfm=[|net8.0;;net9.0|]")]
    [InlineData("MalformedTargets", Id + " type A tfm=[|net%208|]")]
    public void A_line_that_cannot_be_read_is_a_fault_in_its_place(string kind, string marked)
    {
        var column = marked.IndexOf("[|", StringComparison.Ordinal) + 1;
        var length = marked.IndexOf("|]", StringComparison.Ordinal) - column - 1;
        var line = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

        var file = LockFile.Parse($"00000000000000b1 type Before\n{line}\n00000000000000b2 type After\n");

        var fault = Assert.Single(file.Faults);
        Assert.Equal((kind, 2, column, length), (fault.Kind.ToString(), fault.Line, fault.Column, fault.Length));
        Assert.Equal(["Before", "After"], file.Records.Select(static record => record.Key.Key));
        Assert.False(file.IsCanonical);
    }

    [Theory]
    [InlineData("IdWithTwoKeys", "type A", "type B")]
    [InlineData("IdWithTwoKeys", "type A", "method A")]
    [InlineData("IdWithTwoKeys", "type A retired", "type B retired")]
    [InlineData("RetiredAndLive", "type A", "type A retired")]
    [InlineData("RetiredAndLive", "type A retired", "type B was=A")]
    [InlineData("ContradictoryRecords", "type A", "type A tfm=net8.0")]
    public void Lines_of_one_id_must_agree(string kind, string one, string other)
    {
        var file = LockFile.Parse($"{Id} {one}\n{Other} type Z\n{Id} {other}\n");

        var fault = Assert.Single(file.Faults);
        Assert.Equal((kind, 3, 1, 16, 1), (fault.Kind.ToString(), fault.Line, fault.Column, fault.Length, fault.OtherLine));
        Assert.Contains(Id, fault.Message, StringComparison.Ordinal);
        Assert.Equal($"{Id} {one}\n{Other} type Z\n", file.ToText());
    }

    [Fact]
    public void A_live_key_has_one_id()
    {
        var file = LockFile.Parse($"{Other} type A\n{Id} type A salt=1\n");

        var fault = Assert.Single(file.Faults);
        Assert.Equal((LockFaultKind.KeyWithTwoIds, 2, 1), (fault.Kind, fault.Line, fault.OtherLine));
        Assert.Equal($"{Other} type A\n", file.ToText());
    }

    [Fact]
    public void A_key_may_have_many_retired_ids() =>
        Assert.Empty(LockFile.Parse($"{Id} type A retired\n{Other} type A salt=1 retired\n00000000000000a3 type A salt=2\n").Faults);

    [Theory]
    [InlineData(Id + " type A was=Sho%C", 2)]
    [InlineData(Id + " typ", 2)]
    [InlineData(Id, 2)]
    [InlineData("00000", 2)]
    public void A_file_that_ends_within_a_line_says_so(string cut, int line)
    {
        var fault = Assert.Single(LockFile.Parse($"{Other} type B\n{cut}").Faults);

        Assert.Equal((LockFaultKind.TruncatedLine, line), (fault.Kind, fault.Line));
    }

    [Fact]
    public void Conflict_markers_are_faults_and_both_sides_are_read()
    {
        var file = LockFile.Parse($"""
            {Id} type A
            <<<<<<< HEAD
            {Other} type Left was=B
            00000000000000a3 type New
            ||||||| base
            {Other} type B
            =======
            {Other} type Right was=B
            00000000000000a4 type Other
            >>>>>>> topic

            """);

        Assert.Equal([2, 5, 7, 10], file.Faults.Select(static fault => fault.Line));
        Assert.All(file.Faults, static fault => Assert.Equal((LockFaultKind.ConflictMarker, 1, 7), (fault.Kind, fault.Column, fault.Length)));
        Assert.Equal(["A", "Left", "New", "Other"], file.Records.Select(static record => record.Key.Key));
        Assert.NotNull(file.ConflictedLines);
        Assert.True(file.ConflictsHaveAncestors);
    }

    [Theory]
    [InlineData("<<<<<<< a\n=======\n")]
    [InlineData("=======\n>>>>>>> b\n")]
    [InlineData("<<<<<<< a\n=======\n=======\n>>>>>>> b\n")]
    [InlineData("<<<<<<< a\n<<<<<<<<< c\n=========\n>>>>>>>>> d\n=======\n>>>>>>> b\n")]
    public void Markers_that_do_not_belong_together_cannot_be_told_apart(string text)
    {
        var file = LockFile.Parse(text);

        Assert.True(file.IsFaulty);
        Assert.Null(file.ConflictedLines);
        Assert.Null(LockMerge.Resolve(file).Text);
    }

    [Fact]
    public void Every_fault_says_the_way_out()
    {
        foreach (var kind in Enum.GetValues<LockFaultKind>())
        {
            var message = new LockFault(kind, 3, 1, 1, "THING", 2).Message;
            Assert.Contains("THING", message, StringComparison.Ordinal);
            Assert.Matches("Restore|Remove|Keep|Move|Correct|Run", message);
        }
    }
}
