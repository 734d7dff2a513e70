using AstRegistry.Generators;
using AstRegistry.Generators.Buckets;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Tests.Generators;

/// <summary>Whatever the source looks like, the generator neither fails nor complains: the harness asserts it at each run.</summary>
public class BadInputTests
{
    public static TheoryData<string> Broken => new()
    {
        "",
        "   \n\n",
        "// only a comment",
        "}",
        "class",
        "class C {",
        "namespace",
        "namespace N; class C { void M( { if ( } int",
        "class C { public int P { get; set } void () { } event; }",
        "using; class : { operator +; this[int] => ; ~; }",
        "#if UNKNOWN\nclass A { }\n#elif OTHER\nclass B {\n#else\nclass C { }\n#endif",
        "#if\n#endif\n#region\nclass C { }",
        "#error no\n#line 5 \"elsewhere.cs\"\nclass C { void M() { } }",
        "class C { void M() { var s = \"open; } }",
        "class C { void M() { var s = $\"{x; } }",
        "class @class { void @void(int @int) { } int größe => 1; int \\u0041b; }",
        "class C { } class C { void M() { } void M() { } } struct C { }",
        "partial class P { int A; } partial struct P { int B; } partial class P { int A; }",
        "class \uD800 { void \uDC00() { } }",
        "\0\0class C\0{ }",
        "extension(int i) { } class E { extension(string s) { int Length() => 1; } extension { } }",
        "record R(int A, ; delegate ; enum E { A = , , B } interface I { static abstract void M() }",
        "System.Console.WriteLine(); class C { } System.Console.WriteLine();",
        "class C<T> where T : where { void M<>() { } }",
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_source_gives_a_registry_all_the_same(string source)
    {
        var result = Project(source).Run();

        Assert.Contains(result.GeneratedSources, static generated => generated.HintName == "AppRegistry.g.cs");
        Assert.DoesNotContain(result.GeneratedSources, static generated => generated.SourceText.ToString().Contains("could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_cut_off_anywhere_gives_a_registry_all_the_same()
    {
        var text = GeneratorHarness.ManyFiles(1).Single().Text;
        var project = Project("");
        for (var length = 1; length <= text.Length; length += 3)
        {
            project.Remove("Bad.cs");
            project.Add("Bad.cs", text[..length]);
            Assert.DoesNotContain("could not be read", Registry(project), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("+", 10_000)]
    [InlineData("??", 10_000)]
    [InlineData(".M()", 10_000)]
    [InlineData("else if", 10_000)]
    [InlineData("(", 3_000)]
    [InlineData("{", 3_000)]
    [InlineData("class", 1_000)]
    public void Deep_nesting_does_not_overflow_the_stack(string what, int depth)
    {
        var source = what switch
        {
            "+" => "class C { int M(int a) => a" + Repeat(" + a", depth) + "; }",
            "??" => "class C { object M(object a) => a" + Repeat(" ?? a", depth) + "; }",
            ".M()" => "class C { C M() => this" + Repeat(".M()", depth) + "; }",
            "else if" => "class C { void M(int a) { if (a == 0) M(1);" + Repeat(" else if (a == 1) M(2);", depth) + " } }",
            "(" => "class C { int M(int a) => " + Repeat("(", depth) + "a" + Repeat(")", depth) + "; }",
            "{" => "class C { void M() " + Repeat("{", depth) + Repeat("}", depth) + " }",
            _ => Repeat("class C { ", depth) + Repeat("}", depth),
        };

        var result = Project(source, "Nodes").Run();

        Assert.True(result.GeneratedSources.Length >= 2);
    }

    [Fact]
    public void A_file_of_50_000_lines_is_read()
    {
        var source = "namespace Shop;\nclass Long\n{\n" + Repeat("    int M() { return 1; }\n", 50_000) + "}\n";

        Assert.Contains("case ", Registry(Project(source)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_of_5_000_members_is_read()
    {
        var source = "class Wide {" + string.Concat(Enumerable.Range(0, 5_000).Select(static i => FormattableString.Invariant($"\nint M{i}(int a) => a + {i};"))) + "}";

        var registry = Project(source).Open();

        Assert.Equal(5_000, registry.Functions.Count);
    }

    [Theory]
    [InlineData(AstRegistryDetail.Nodes)]
    [InlineData(AstRegistryDetail.Members)]
    [InlineData(AstRegistryDetail.Types)]
    public void Over_the_budget_nodes_go_first_then_members(AstRegistryDetail expected)
    {
        var layout = (FileLayout)Limited(0).Run().TrackedSteps[TrackingNames.Layout].Single().Outputs.Single().Value;

        var registry = Limited(layout.Sizes.CharactersAt(expected)).Open();

        Assert.Equal(expected, registry.Detail);
        Assert.Equal(AstRegistryDetail.Nodes, registry.RequestedDetail);
        Assert.Equal(expected == AstRegistryDetail.Nodes, registry.IsComplete);
        Assert.Equal(100, registry.Modules.Count);
        Assert.Equal(expected == AstRegistryDetail.Types ? 0 : 200, registry.Functions.Count);
    }

    [Fact]
    public void When_not_even_types_fit_nothing_is_recorded_and_it_is_told()
    {
        var registry = Limited(10).Open();

        Assert.Empty(registry.Modules);
        Assert.Contains("nothing was recorded", Assert.Single(registry.LeftOut), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_walked_is_left_out_by_name()
    {
        var generator = new RegistryGenerator(
            static (tree, options, cancellation) => tree.FilePath.EndsWith("File0003.cs", StringComparison.Ordinal)
                ? throw new InvalidOperationException("A fault of ours.")
                : SyntaxInventory.Read(tree, options, cancellation),
            DataBudget.Default);

        var registry = new GeneratorHarness(GeneratorHarness.ManyFiles(10), generator: generator).Open();

        Assert.Equal(9, registry.Modules.Count);
        Assert.Equal("The file File0003.cs could not be read; its types and members are missing.", Assert.Single(registry.LeftOut));
    }

    [Fact]
    public void Cancellation_flows_through()
    {
        using var source = new CancellationTokenSource();
        var generator = new RegistryGenerator(
            (_, _, cancellation) =>
            {
                source.Cancel();
                throw new OperationCanceledException(cancellation);
            },
            DataBudget.Default);
        var compilation = new GeneratorHarness(GeneratorHarness.ManyFiles(1)).Compilation;
        var driver = Microsoft.CodeAnalysis.CSharp.CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            optionsProvider: new BuildOptions(new Dictionary<string, string> { ["EnableAstRegistry"] = "true" }));

        Assert.Throws<OperationCanceledException>(() => driver.RunGenerators(compilation, source.Token));
    }

    private static GeneratorHarness Limited(long budget) => new(
        GeneratorHarness.ManyFiles(100),
        new Dictionary<string, string> { ["AstRegistryDetail"] = "Nodes" },
        generator: new RegistryGenerator(SyntaxInventory.Read, new DataBudget(budget)));

    private static GeneratorHarness Project(string source, string detail = "") => new(
        [(GeneratorHarness.ProjectDirectory + "Bad.cs", source)],
        new Dictionary<string, string> { ["AstRegistryDetail"] = detail });

    private static string Registry(GeneratorHarness project) =>
        project.Run().GeneratedSources.Single(static source => source.HintName == "AppRegistry.g.cs").SourceText.ToString();

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
