using System.Text;
using AstRegistry.Identity;
using AstRegistry.Renames;
using AstRegistry.Tests.Cases;
using AstRegistry.Tests.Syntax;

namespace AstRegistry.Tests.Renames;

/// <summary>A snapshot gives back what was written, and refuses everything else with one exception.</summary>
public class DeclarationSnapshotTests
{
    private const int HeadLength = 27;

    public static TheoryData<string> CaseNames => CaseTests.Names;

    private static readonly ProjectDeclarations Sample = ProjectDeclarations.Read(
        "Shop",
        [
            new TargetSources("net10.0", [TestInventory.Parse("namespace Shop; partial class Cart<T> { int count = 1; void Add(ref T item) { count++; } file enum E { A, B } partial int P { get; } }")]),
            new TargetSources("net8.0", [TestInventory.Parse("namespace Shop; class Cart<T> { int count = 1; } class \u00C4 { ~\u00C4() { } }")]),
        ]);

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void What_was_written_is_read_again(string name)
    {
        var declarations = ProjectDeclarations.Read(name, [CaseTests.Parse(name, TestContext.Current.CancellationToken)], TestContext.Current.CancellationToken);

        AssertSame(declarations, Read(Write(declarations)));
    }

    [Fact]
    public void Targets_and_any_name_survive()
    {
        AssertSame(Sample, Read(Write(Sample)));
        var broken = Detection.Read("class \\ud800\\u0041 { int @if, \\u00e4; }");
        AssertSame(broken, Read(Write(broken)));
        AssertSame(Detection.Read(""), Read(Write(Detection.Read(""))));
    }

    [Fact]
    public void The_form_never_changes()
    {
        var bytes = Write(Sample);

        Assert.Equal("1 AstRegistry declarations\n", Encoding.ASCII.GetString(bytes, 0, HeadLength));
        Assert.Equal("297 f60c91fbf00e2c7f", $"{bytes.Length} {Hash(bytes):x16}");
    }

    [Theory]
    [InlineData("2 AstRegistry declarations\n", "format version 2")]
    [InlineData("0 AstRegistry declarations\n", "format version 0")]
    [InlineData("123456789 AstRegistry declarations\n", "format version 123456789")]
    [InlineData("1 AstRegistry bananas\n", "does not begin with the line '1 AstRegistry declarations'")]
    [InlineData("1234567890 AstRegistry declarations\n", "does not begin")]
    [InlineData("", "does not begin")]
    [InlineData("1", "does not begin")]
    public void Another_version_or_form_is_refused_by_name(string head, string reason)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(head), .. head.Length == 0 ? [] : Write(Sample)[HeadLength..]];

        Assert.Contains(reason, Assert.Throws<PackedDataException>(() => Read(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_and_every_damaged_byte_is_noticed()
    {
        var bytes = Write(Sample);
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<PackedDataException>(() => Read(bytes[..length]));
            byte[] damaged = [.. bytes];
            damaged[length] ^= 0x11;
            Assert.Throws<PackedDataException>(() => Read(damaged));
        }

        Assert.Throws<PackedDataException>(() => Read([.. bytes, 0]));
    }

    /// <summary>Bodies whose checksum is right, as only somebody who means harm makes them.</summary>
    [Fact]
    public void A_senseless_body_with_the_right_checksum_fails_in_no_other_way()
    {
        var random = new Random(20);
        var bytes = Write(Sample);
        for (var i = 0; i < 20_000; i++)
        {
            byte[] body = [.. bytes[(HeadLength + 8)..]];
            for (var changes = random.Next(1, 5); changes > 0; changes--) body[random.Next(body.Length)] = (byte)random.Next(256);
            if (random.Next(4) == 0) body = body[..random.Next(body.Length)];
            var checksum = Checksum(body);
            byte[] forged = [.. bytes[..HeadLength], .. BitConverter.GetBytes(checksum), .. body];
            try
            {
                Write(Read(forged));
            }
            catch (PackedDataException)
            {
            }
        }
    }

    [Fact]
    public void A_snapshot_is_small()
    {
        var source = "class C { " + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"public int Member{i}(int x, string y) {{ return x + {i}; }} ")) + "}";

        Assert.InRange(Write(Detection.Read(source)).Length, 1_000 * 15, 1_000 * 40);
    }

    private static byte[] Write(ProjectDeclarations declarations)
    {
        using var stream = new MemoryStream();
        DeclarationSnapshot.Write(declarations, stream);
        return stream.ToArray();
    }

    private static ProjectDeclarations Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return DeclarationSnapshot.Read(stream);
    }

    private static void AssertSame(ProjectDeclarations expected, ProjectDeclarations actual)
    {
        Assert.Equal(expected.ProjectName, actual.ProjectName);
        Assert.Equal(expected.Types.Select(Facts), actual.Types.Select(Facts));
        Assert.Equal(expected.Members.Select(Facts), actual.Members.Select(Facts));
        Assert.Equal(Write(expected), Write(actual));
    }

    private static string Facts(DeclaredType t) =>
        $"{t.Key} {t.Container} {t.Namespace} {t.Name} {t.Arity} {t.Kind} {t.TokenCount} {t.Digest:x} {string.Join(';', t.Targets)}";

    private static string Facts(DeclaredMember m) =>
        $"{m.Key} {m.Type} {m.Kind} {m.Name} {m.Signature} {m.ParameterCount} {m.ReturnType} {m.BodyTokenCount} {m.BodyDigest:x} {m.Previous} {m.Next} {string.Join(';', m.Targets)}";

    private static ulong Hash(byte[] bytes) => bytes.Aggregate(StableHash.Seed, (hash, b) => StableHash.Add(hash, b));

    private static ulong Checksum(byte[] body)
    {
        var hash = StableHash.Seed ^ (ulong)body.Length;
        ulong word = 0;
        for (var i = 0; i < body.Length; i++)
        {
            word = (word << 8) | body[i];
            if ((i & 7) == 7) hash = StableHash.Add(hash, word);
        }

        return StableHash.Finish(StableHash.Add(hash, word));
    }
}
