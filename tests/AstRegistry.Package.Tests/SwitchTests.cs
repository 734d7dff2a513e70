namespace AstRegistry.Package.Tests;

/// <summary>Where the registry is on, and what is left of it where it is not.</summary>
public class SwitchTests(PackageFixture package)
{
    private const string Empty = "namespace Shop { class Program { static void Main() { } } }";
    private const string Using = "namespace Shop { class Program { static void Main() => System.Console.WriteLine(AppRegistry.Instance.Modules.Count); } }";

    [Fact]
    public async Task Switched_off_it_leaves_nothing()
    {
        var shop = package.NewProject().Project("<EnableAstRegistry>false</EnableAstRegistry>").WriteFile("Program.cs", Empty);
        (await shop.BuildAsync()).Succeeded();

        Assert.Empty(shop.GeneratedFiles);
        Assert.DoesNotContain(shop.Analyzers, IsOurs);
        Assert.Contains("CS0103", (await shop.WriteFile("Program.cs", Using).BuildAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_inherits_the_package_has_no_registry_unless_it_asks()
    {
        var library = package.NewProjectIn("inherit", "Library").Project(outputType: "Library").WriteFile("Class.cs", "namespace Library { public class Class { } }");
        var shop = package.NewProjectIn("inherit", "Shop").WriteFile("Program.cs", Empty);
        const string reference = """<ProjectReference Include="../Library/Library.csproj" />""";

        (await shop.Project(references: reference).BuildAsync()).Succeeded();
        Assert.Empty(shop.GeneratedFiles);
        Assert.DoesNotContain(shop.Analyzers, IsOurs);
        Assert.NotEmpty(library.GeneratedFiles);
        Assert.Contains(library.Analyzers, IsOurs);

        shop.Project("<EnableAstRegistry>true</EnableAstRegistry>", reference).WriteFile("Program.cs", Using);
        (await shop.BuildAsync()).Succeeded();
        Assert.Equal("1\n", (await shop.RunAsync()).Succeeded().Output);
    }

    private static bool IsOurs(string path) => Path.GetFileName(path).StartsWith("AstRegistry", StringComparison.Ordinal);
}
