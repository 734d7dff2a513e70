using System.Globalization;
using AstRegistry.Generators;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Tests.Generators;

public class IncrementalityTests
{
    private const string Edited = "Part2/File0100.cs";

    [Fact]
    public void A_second_run_over_the_same_project_rests()
    {
        var project = new GeneratorHarness(GeneratorHarness.ManyFiles(50));
        var first = project.Run();
        var second = project.Run();

        Assert.Empty(second.RewrittenSince(first));
        Assert.Equal(0, second.Rerun(TrackingNames.Files));
    }

    [Fact]
    public void Editing_a_body_walks_one_file_of_a_thousand_and_writes_one_bucket()
    {
        var project = new GeneratorHarness(GeneratorHarness.ManyFiles(1000));
        var first = project.Run();

        project.Edit(Edited, "First(a + 1)", "First(a + 2)");
        var second = project.Run();

        Assert.Equal(1, second.Rerun(TrackingNames.Files));
        Assert.Equal(1, second.Changed(TrackingNames.Files));
        Assert.Equal(0, second.Changed(TrackingNames.Names));
        Assert.Equal(0, second.Rerun(TrackingNames.AllTypes));
        Assert.Equal(0, second.Rerun(TrackingNames.AllNames));
        Assert.Equal(0, second.Rerun(TrackingNames.References));
        Assert.Equal(0, second.Rerun(TrackingNames.Lock));
        Assert.Equal(0, second.Rerun(TrackingNames.Overrides));
        Assert.Equal(1, second.Changed(TrackingNames.Buckets));
        Assert.Equal(0, second.Changed(TrackingNames.Shape));
        Assert.StartsWith("AppRegistry.Bucket", Assert.Single(second.RewrittenSince(first)), StringComparison.Ordinal);
    }

    [Fact]
    public void Space_at_the_end_of_a_file_changes_nothing_that_is_written()
    {
        var project = new GeneratorHarness(GeneratorHarness.ManyFiles(50));
        var first = project.Run();

        project.Edit("Part2/File0009.cs", "First(2);\n}\n", "First(2);\n}\n\n// The end.\n");
        var second = project.Run();

        Assert.Equal(1, second.Rerun(TrackingNames.Files));
        Assert.Equal(0, second.Changed(TrackingNames.Files));
        Assert.Empty(second.RewrittenSince(first));
    }

    [Fact]
    public void Space_between_members_writes_the_bucket_whose_spans_moved()
    {
        var project = new GeneratorHarness(GeneratorHarness.ManyFiles(50));
        var first = project.Run();

        project.Edit("Part2/File0009.cs", "    public void Second", "\n\n    public void Second");
        var second = project.Run();

        Assert.Equal(1, second.Changed(TrackingNames.Files));
        Assert.Equal(0, second.Changed(TrackingNames.Names));
        Assert.StartsWith("AppRegistry.Bucket", Assert.Single(second.RewrittenSince(first)), StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_a_member_writes_the_index_and_one_bucket()
    {
        var project = new GeneratorHarness(GeneratorHarness.ManyFiles(1000));
        var first = project.Run();

        project.Edit(Edited, "    public void Second", "    public void Added() { }\n\n    public void Second");
        var second = project.Run();

        Assert.Equal(1, second.Rerun(TrackingNames.Files));
        Assert.Equal(1, second.Changed(TrackingNames.AllNames));
        Assert.Equal(0, second.Changed(TrackingNames.AllTypes));
        var rewritten = second.RewrittenSince(first);
        Assert.Equal(2, rewritten.Length);
        Assert.Contains("AppRegistry.Index.g.cs", rewritten);
    }

    [Fact]
    public void Adding_a_type_writes_the_inventory_the_index_and_one_bucket()
    {
        var project = new GeneratorHarness(GeneratorHarness.ManyFiles(1000));
        var first = project.Run();

        project.Edit(Edited, "public class Class0100", "public class Added;\n\npublic class Class0100");
        var second = project.Run();

        Assert.Equal(1, second.Rerun(TrackingNames.Files));
        Assert.Equal(1, second.Changed(TrackingNames.Names));
        var rewritten = second.RewrittenSince(first);
        Assert.Equal(3, rewritten.Length);
        Assert.Contains("AppRegistry.Inventory.g.cs", rewritten);
        Assert.Contains("AppRegistry.Index.g.cs", rewritten);
    }

    [Fact]
    public void Adding_a_file_walks_that_file()
    {
        var project = new GeneratorHarness(GeneratorHarness.ManyFiles(1000));
        var first = project.Run();

        project.Add("Part2/Added.cs", "namespace Shop; public class Added;");
        var second = project.Run();

        Assert.Equal(1, second.Rerun(TrackingNames.Files));
        Assert.Equal(3, second.RewrittenSince(first).Length);
    }

    [Fact]
    public void A_file_without_types_moves_no_bucket()
    {
        var project = new GeneratorHarness(GeneratorHarness.ManyFiles(50));
        var first = project.Run();

        project.Add("Part2/Empty.cs", "// nothing");
        var second = project.Run();

        Assert.Equal(0, second.Changed(TrackingNames.Shape));
        Assert.DoesNotContain(second.RewrittenSince(first), static name => name.Contains("Bucket", StringComparison.Ordinal));
    }

    // The proof that the assertions above can fail: the same harness sees a pipeline that compares nothing.
    [Fact]
    public void A_pipeline_without_equality_is_seen_to_run_again()
    {
        var project = new GeneratorHarness(GeneratorHarness.ManyFiles(50), generator: new UncachedGenerator());
        var first = project.Run();

        project.Edit("Part2/File0009.cs", "First(a + 1)", "First(a + 2)");
        var second = project.Run();

        Assert.Equal(50, second.Rerun(TrackingNames.Files));
        Assert.Equal(50, second.Changed(TrackingNames.Files));
        Assert.Equal(50, second.RewrittenSince(first).Length);
    }

    private sealed class UncachedGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var files = context.CompilationProvider
                .SelectMany(static (compilation, _) => compilation.SyntaxTrees.Select(static tree => new object[] { tree.FilePath }))
                .WithTrackingName(TrackingNames.Files);
            context.RegisterSourceOutput(files.Collect(), static (output, all) =>
            {
                for (var i = 0; i < all.Length; i++) output.AddSource(i.ToString(CultureInfo.InvariantCulture) + ".g.cs", "// " + all[i][0]);
            });
        }
    }
}
