using System.Globalization;
using System.Text;
using AstRegistry.Locking;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Tests.Locking;

/// <summary>The laws of reading and writing, over odd keys and damaged files.</summary>
public class LockFilePropertyTests
{
    [Fact]
    public void What_was_written_is_read_again() => Check.One(LockGenerators.Seeded(500), Prop.ForAll(LockGenerators.Files.ToArbitrary(), file =>
    {
        var text = file.ToText();
        var read = LockFile.Parse(text);

        Assert.Empty(read.Faults);
        Assert.Equal(file.Records, read.Records);
        Assert.True(read.IsCanonical);
        Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(file.Records.Count, text.Count('\n'));
    }));

    [Fact]
    public void The_order_of_lines_means_nothing() => Check.One(LockGenerators.Seeded(200), Prop.ForAll(
        (from file in LockGenerators.Files
         from lines in Gen.Shuffle(file.ToText().Split('\n', StringSplitOptions.RemoveEmptyEntries))
         select (file, lines)).ToArbitrary(),
        pair => Assert.Equal(pair.file.ToText(), LockFile.Parse(string.Join("\r\n", pair.lines.Concat(pair.lines))).ToText())));

    [Fact]
    public void A_damaged_file_is_read_with_faults_in_its_lines() => Check.One(LockGenerators.Seeded(2000), Prop.ForAll(
        (from file in LockGenerators.Files
         from damage in Damage(file.ToText())
         select damage).ToArbitrary(),
        AssertSound));

    [Fact]
    public void Random_characters_are_read_with_faults_in_their_lines() => Check.One(LockGenerators.Seeded(1000), Prop.ForAll(
        Gen.OneOf(Gen.Choose(0, 0xFFFF).Select(static code => (char)code), Gen.Elements(" \n\r%<=>|;=:0123abcdef".ToCharArray()))
            .ListOf().Select(static characters => string.Concat(characters)).ToArbitrary(),
        AssertSound));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_million_lines_are_no_trouble(bool isReversed)
    {
        const int Count = 1_000_000;
        var text = new StringBuilder();
        for (var i = 0; i < Count; i++)
        {
            var id = (ulong)(isReversed ? Count - i : i + 1) << 32;
            text.Append(CultureInfo.InvariantCulture, $"{id:x16} method Shop.Area{i % 500}.Cart{i % 5000}.Add{i}(int,List<``0>,ref%20Item)\n");
        }

        var file = LockFile.Parse(text.ToString());

        Assert.Empty(file.Faults);
        Assert.Equal(Count, file.Records.Count);
    }

    [Fact]
    public void A_million_bad_lines_are_no_trouble()
    {
        var file = LockFile.Parse(new StringBuilder().Insert(0, "00000000000000a1 type A\n00000000000000a1 type B\nnonsense\n", 333_333).ToString());

        Assert.Equal(666_666, file.Faults.Count);
        Assert.Equal(333_332, file.DuplicateLines);
    }

    private static Gen<string> Damage(string text) => Gen.OneOf(
        from length in Gen.Choose(0, text.Length) select text[..length],
        from at in Gen.Choose(0, text.Length) from noise in Gen.Elements(" ", "\n", "%", "\0", "\r", "\uD800", "<<<<<<< a\n", "=======\n", "retired", "was=", "😀") select text.Insert(at, noise),
        from at in Gen.Choose(0, text.Length) from length in Gen.Choose(0, 5) select text.Remove(Math.Min(at, text.Length), Math.Min(length, text.Length - at)),
        from at in Gen.Choose(0, text.Length) from rest in Gen.Choose(0, text.Length) select text[..at] + text[rest..]);

    private static void AssertSound(string text)
    {
        var file = LockFile.Parse(text);
        var lines = text.TrimStart('\uFEFF').Split('\n');
        foreach (var fault in file.Faults)
        {
            Assert.InRange(fault.Line, 1, lines.Length);
            Assert.InRange(fault.Column, 1, lines[fault.Line - 1].Length + 1);
            Assert.InRange(fault.Length, 0, lines[fault.Line - 1].Length + 1 - fault.Column);
            Assert.NotEmpty(fault.Message);
        }

        // What is left is sound, and settling conflicts neither fails nor makes up records.
        var again = LockFile.Parse(file.ToText());
        Assert.Empty(again.Faults);
        Assert.Equal(file.Records, again.Records);
        if (LockMerge.Resolve(file).Text is { } resolved) Assert.DoesNotContain(LockFile.Parse(resolved).Faults, static fault => fault.Kind != LockFaultKind.ConflictMarker);
    }
}
