using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Tests.Generators.References;

/// <summary>What an executable reaches through the generated code of the projects it refers to.</summary>
public class WithReferencesTests
{
    private const string Cart = "namespace Common { public class Cart { } }";

    [Fact]
    public void A_project_without_references_reaches_itself() => Assert.Equal(["App"], Load(Project("App")));

    [Fact]
    public void Direct_and_indirect_references_are_reached_once_each_and_sorted()
    {
        var core = Project("Core");
        var left = Project("Left", core);
        var right = Project("Right", core);
        var app = Project("App", left, right);

        Assert.Equal(["App", "Core", "Left", "Right"], Load(app, core, left, right));
    }

    [Fact]
    public void A_project_in_the_editor_is_found_as_its_file_is()
    {
        var core = Project("Core");

        var app = Project("App", [core.Output().ToMetadataReference()]);

        Assert.Equal(["App", "Core"], Load(app, core));
    }

    [Fact]
    public void A_project_that_exports_nothing_is_not_reached()
    {
        var core = new GeneratorHarness([("/c.cs", Cart)], new Dictionary<string, string> { ["AstRegistryExport"] = "false" }, assemblyName: "Core");
        var app = Project("App", core);

        Assert.Equal(["App"], Load(app, core));
        Assert.DoesNotContain(core.Output().Assembly.GlobalNamespace.GetMembers(), static member => member.Name == "AstRegistry");
    }

    [Fact]
    public void A_reference_behind_an_alias_is_told()
    {
        var core = Project("Core");
        var app = Project("App", [MetadataReference.CreateFromImage(core.Emit(), MetadataReferenceProperties.Assembly.WithAliases(["other"]))]);

        var registry = app.Open();

        Assert.Contains("alias", Assert.Single(registry.LeftOut), StringComparison.Ordinal);
        Assert.Equal(["App"], Load(app, core));
    }

    [Fact]
    public void A_reference_that_cannot_be_read_does_not_disturb()
    {
        var app = Project("App", [MetadataReference.CreateFromImage([1, 2, 3])]);

        Assert.NotEmpty(app.Run().GeneratedSources);
    }

    [Fact]
    public void The_entry_is_public_hidden_and_the_only_thing_that_is()
    {
        var assembly = Project("Core").Output().Assembly;

        var entry = Assert.Single(assembly.GlobalNamespace.GetNamespaceMembers().Single(static space => space.Name == "AstRegistry").GetNamespaceMembers().Single().GetTypeMembers());

        Assert.Equal(Accessibility.Public, entry.DeclaredAccessibility);
        Assert.Contains(entry.GetAttributes(), static attribute => attribute.AttributeClass!.Name == "EditorBrowsableAttribute");
        Assert.Equal(Accessibility.Internal, assembly.GetTypeByMetadataName("Shop.AppRegistry")!.DeclaredAccessibility);
    }

    private static GeneratorHarness Project(string name, params GeneratorHarness[] references) =>
        Project(name, references.Select(static reference => MetadataReference.CreateFromImage(reference.Emit())));

    private static GeneratorHarness Project(string name, IEnumerable<MetadataReference> references) =>
        new([("/c.cs", Cart.Replace("Common", name, StringComparison.Ordinal))], assemblyName: name, references: references);

    /// <summary>The projects that <c>AppRegistry.WithReferences</c> gives.</summary>
    private static ImmutableArray<string> Load(GeneratorHarness app, params GeneratorHarness[] references)
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        foreach (var reference in references) context.LoadFromStream(new MemoryStream(reference.Emit()));
        var type = context.LoadFromStream(new MemoryStream(app.Emit())).GetType("Shop.AppRegistry", throwOnError: true)!;
        var registries = (IReadOnlyList<CodeRegistry>)type.GetProperty("WithReferences", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        Assert.Same(registries, type.GetProperty("WithReferences")!.GetValue(null));
        return [.. registries.Select(static registry => registry.ProjectName)];
    }
}
