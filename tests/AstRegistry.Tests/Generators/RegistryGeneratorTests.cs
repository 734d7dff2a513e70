using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Tests.Generators;

public class RegistryGeneratorTests
{
    private const string Cart = "namespace Shop { public class Cart { public void Add(int item) { if (item > 0) Add(item - 1); } } }";

    [Fact]
    public void The_registry_of_a_project_opens_and_holds_its_types_and_members()
    {
        var registry = Project(Cart).Open();

        Assert.Equal("Shop", registry.ProjectName);
        Assert.Equal(AstRegistryDetail.Statements, registry.Detail);
        Assert.True(registry.IsComplete);
        Assert.Equal("Shop.Cart", Assert.Single(registry.Modules).Key);
        Assert.Equal("Shop.Cart.Add(int)", Assert.Single(registry.Functions).Key);
    }

    [Fact]
    public void A_project_without_files_has_an_empty_registry()
    {
        var registry = new GeneratorHarness([]).Open();

        Assert.Empty(registry.Modules);
        Assert.True(registry.IsComplete);
    }

    [Theory]
    [InlineData("EnableAstRegistry", "false")]
    [InlineData("EnableAstRegistry", "")]
    [InlineData("EnableAstRegistry", "yes")]
    public void Nothing_is_written_where_the_registry_is_not_on(string property, string value) =>
        Assert.Empty(Project(Cart, (property, value)).Run().GeneratedSources);

    [Fact]
    public void Nothing_is_written_without_the_library() =>
        Assert.Empty(new GeneratorHarness([("/a.cs", Cart)], referencesLibrary: false).Run().GeneratedSources);

    [Fact]
    public void The_library_has_a_registry_of_its_own() =>
        Assert.NotEmpty(new GeneratorHarness([("/a.cs", Cart)], referencesLibrary: false, assemblyName: "AstRegistry").Run().GeneratedSources);

    [Theory]
    [InlineData("Shop", "Shop.AppRegistry")]
    [InlineData("Big.Shop-2.1st.class", "Big.Shop_2._1st.class.AppRegistry")]
    [InlineData("Læden.店", "Læden.店.AppRegistry")]
    public void The_registry_stands_in_the_root_namespace(string rootNamespace, string className) =>
        Assert.Single(Project(Cart, ("RootNamespace", rootNamespace)).Open(className).Modules);

    [Fact]
    public void Without_a_root_namespace_the_assembly_name_serves() =>
        Assert.Single(new GeneratorHarness([("/a.cs", Cart)], new Dictionary<string, string> { ["RootNamespace"] = "" }, assemblyName: "My App")
            .Open("My_App.AppRegistry").Modules);

    [Fact]
    public void The_namespace_can_be_chosen() =>
        Assert.Single(Project(Cart, ("AstRegistryNamespace", "Other.Place")).Open("Other.Place.AppRegistry").Modules);

    [Theory]
    [InlineData("class Shop { }", "AppRegistry")]
    [InlineData("namespace Shop { class AppRegistry { } }", "AppRegistry")]
    [InlineData("class AppRegistry { } class Shop { }", "AstRegistryGenerated.AppRegistry")]
    public void A_type_in_the_way_moves_the_registry_and_is_told(string source, string className)
    {
        var registry = Project(source).Open(className);

        Assert.Contains("another one", Assert.Single(registry.LeftOut), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", Accessibility.Internal)]
    [InlineData("internal", Accessibility.Internal)]
    [InlineData("Public", Accessibility.Public)]
    public void The_visibility_can_be_chosen(string value, Accessibility expected)
    {
        var type = Project(Cart, ("AstRegistryVisibility", value)).Output().GetTypeByMetadataName("Shop.AppRegistry");

        Assert.Equal(expected, type!.DeclaredAccessibility);
    }

    [Theory]
    [InlineData("", AstRegistryDetail.Statements)]
    [InlineData("types", AstRegistryDetail.Types)]
    [InlineData("Members", AstRegistryDetail.Members)]
    [InlineData("Nodes", AstRegistryDetail.Nodes)]
    public void The_detail_can_be_chosen(string value, AstRegistryDetail expected)
    {
        var registry = Project(Cart, ("AstRegistryDetail", value)).Open();

        Assert.Equal(expected, registry.Detail);
        Assert.Equal(expected == AstRegistryDetail.Types ? 0 : 1, registry.Functions.Count);
    }

    [Theory]
    [InlineData("AstRegistryDetail", "Everything")]
    [InlineData("AstRegistryDetail", "3")]
    [InlineData("AstRegistryVisibility", "private")]
    public void A_value_that_is_not_understood_gives_way_to_the_default_and_is_told(string property, string value)
    {
        var registry = Project(Cart, (property, value)).Open();

        Assert.Equal(AstRegistryDetail.Statements, registry.Detail);
        Assert.Contains(property, Assert.Single(registry.LeftOut), StringComparison.Ordinal);
        Assert.DoesNotContain(value, registry.LeftOut[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", "/repo", "src/Shop/Cart.cs")]
    [InlineData("true", "", "Cart.cs")]
    [InlineData("true", "/nowhere", "Cart.cs")]
    [InlineData("false", "/repo", "")]
    public void Paths_are_relative_to_the_root_where_they_are_wanted(string include, string root, string expected)
    {
        var registry = Project(Cart, ("AstRegistryIncludePaths", include), ("AstRegistryRoot", root)).Open();

        Assert.Equal(expected, registry.Modules[0].Locations[0].Path);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Preview)]
    public void The_output_compiles_without_a_warning_whatever_the_language_version(LanguageVersion version)
    {
        var project = new GeneratorHarness(
            [(GeneratorHarness.ProjectDirectory + "Cart.cs", "[assembly: System.CLSCompliant(true)] /** <summary>A</summary> */ public class Cart { }")],
            new Dictionary<string, string> { ["AstRegistryVisibility"] = "public", ["AstRegistryDetail"] = "bad" },
            version);

        Assert.Empty(project.Output().GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic =>
            diagnostic.Severity != DiagnosticSeverity.Hidden));
    }

    [Fact]
    public void Its_own_output_among_the_sources_is_skipped()
    {
        var project = Project(Cart);
        var own = project.Run().GeneratedSources.Select(static source =>
            (GeneratorHarness.ProjectDirectory + "Generated/" + source.HintName, source.SourceText.ToString()));

        var again = new GeneratorHarness([.. own, (GeneratorHarness.ProjectDirectory + "Cart.cs", Cart)]);

        Assert.Equal(
            project.Run().GeneratedSources.Select(static source => source.SourceText.ToString()),
            again.Run().GeneratedSources.Select(static source => source.SourceText.ToString()));
    }

    private static GeneratorHarness Project(string source, params (string Name, string Value)[] properties) => new(
        [(GeneratorHarness.ProjectDirectory + "Cart.cs", source)],
        properties.ToDictionary(static property => property.Name, static property => property.Value));
}
