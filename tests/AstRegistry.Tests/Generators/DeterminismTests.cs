using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Tests.Generators;

public class DeterminismTests
{
    private static readonly ImmutableArray<(string Path, string Text)> Files =
    [
        .. GeneratorHarness.ManyFiles(200),
        (GeneratorHarness.ProjectDirectory + "İstanbul/ışık.cs", "namespace Shop; partial class Straße { void ß(int i) { } } partial class Iı;"),
        (GeneratorHarness.ProjectDirectory + "Same.cs", "namespace Shop; partial class Straße { void A() { } }"),
        ("/elsewhere/one/Linked.cs", "namespace Linked.One; class A { }"),
        ("/elsewhere/two/Linked.cs", "namespace Linked.Two; class B { void M() { } }"),
    ];

    [Fact]
    public void The_order_of_files_does_not_matter()
    {
        var expected = Sources(new(Files));
        var random = new Random(20);
        for (var i = 0; i < 3; i++)
        {
            var shuffled = Files.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(expected, Sources(new(shuffled)));
        }
    }

    [Fact]
    public void The_culture_does_not_matter()
    {
        var expected = Sources(new(Files));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            // The suite runs without culture data, so the culture is made up.
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.NumberFormat.NegativeSign = "~";
            other.NumberFormat.NumberDecimalSeparator = "#";
            CultureInfo.CurrentCulture = other;
            Assert.Equal(expected, Sources(new(Files)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_checkout_path_does_not_matter()
    {
        var expected = Sources(new(Files));
        var moved = Files.Select(static file => (file.Path
            .Replace(GeneratorHarness.ProjectDirectory, @"C:\agent\42\", StringComparison.Ordinal)
            .Replace("/elsewhere/", "/home/me/", StringComparison.Ordinal), file.Text));
        Assert.Equal(expected, Sources(new(moved, new Dictionary<string, string> { ["ProjectDir"] = @"c:\agent\42" })));
    }

    [Fact]
    public void Runs_side_by_side_agree()
    {
        var expected = Sources(new(Files));
        var results = new ImmutableArray<(string, string)>[8];
        Parallel.For(0, results.Length, i => results[i] = Sources(new(Files)));
        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Fact]
    public void An_edited_project_gives_what_a_fresh_one_gives()
    {
        var project = new GeneratorHarness(Files);
        project.Run();
        project.Edit("Part2/File0100.cs", "First(a + 1)", "Second()");
        project.Remove("Part3/File0003.cs");
        project.Add("Part3/File0003.cs", "namespace Shop; class Other { }");
        var edited = Sources(project);

        var fresh = new GeneratorHarness(project.Compilation.SyntaxTrees.Select(static tree => (tree.FilePath, tree.ToString())));
        Assert.Equal(Sources(fresh), edited);
    }

    [Fact]
    public void No_path_of_the_machine_and_no_literal_of_the_source_is_written()
    {
        var project = new GeneratorHarness(
            [.. Files, (GeneratorHarness.ProjectDirectory + "Secret.cs", """class Secret { const string Key = "hunter2"; int M() => 271828; }""")],
            new Dictionary<string, string> { ["AstRegistryIncludePaths"] = "true", ["AstRegistryRoot"] = "/repo", ["AstRegistryDetail"] = "Nodes" });
        var all = string.Concat(Sources(project).Select(static source => source.Text));
        Assert.DoesNotContain("/repo", all, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere", all, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", all, StringComparison.Ordinal);
        Assert.DoesNotContain("271828", all, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", all, StringComparison.Ordinal);
    }

    private static ImmutableArray<(string Name, string Text)> Sources(GeneratorHarness project) =>
        [.. project.Run().GeneratedSources.Select(static source => (source.HintName, source.SourceText.ToString())).Order()];
}
