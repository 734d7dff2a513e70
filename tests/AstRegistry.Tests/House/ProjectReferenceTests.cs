using System.Xml.Linq;

namespace AstRegistry.Tests.House;

/// <summary>Which project may refer to which: data flows one way, and the project files say so.</summary>
public class ProjectReferenceTests
{
    /// <summary>The projects that a project may refer to; whatever these refer to comes with them.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["AstRegistry.Abstractions"] = [],
        ["AstRegistry.Inventory"] = ["AstRegistry.Abstractions"],
        ["AstRegistry.Generators"] = ["AstRegistry.Inventory"],
        ["AstRegistry"] = ["AstRegistry.Abstractions"],
        ["AstRegistry.Sqlite"] = ["AstRegistry", "AstRegistry.Abstractions"],
        ["AstRegistry.PostgreSql"] = ["AstRegistry", "AstRegistry.Abstractions"],
        ["AstRegistry.Hosting"] = ["AstRegistry", "AstRegistry.Abstractions"],
        ["AstRegistry.Tool"] = ["AstRegistry.Inventory"],
    };

    /// <summary>The packages that a project may refer to: users of the library get none.</summary>
    private static readonly Dictionary<string, string[]> AllowedPackages = new()
    {
        ["AstRegistry.Abstractions"] = [],
        ["AstRegistry.Inventory"] = ["Microsoft.CodeAnalysis.CSharp"],
        ["AstRegistry.Generators"] = ["Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Analyzers"],
        ["AstRegistry"] = [],
        ["AstRegistry.Sqlite"] = ["Microsoft.Data.Sqlite"],
        ["AstRegistry.PostgreSql"] = ["Npgsql"],
        ["AstRegistry.Hosting"] =
        [
            "Microsoft.Extensions.Diagnostics.HealthChecks",
            "Microsoft.Extensions.Hosting.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
        ],
        ["AstRegistry.Tool"] = ["Microsoft.CodeAnalysis.CSharp", "System.CommandLine"],
    };

    public static TheoryData<string> Projects =>
        [.. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.csproj", SearchOption.AllDirectories)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_what_it_may(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        Assert.True(Allowed.ContainsKey(name), $"{name} is new: say here what it may refer to.");

        var references = Items(path, "ProjectReference").Select(static reference => Path.GetFileNameWithoutExtension(reference.Replace('\\', '/')));
        Assert.Subset(Allowed[name].ToHashSet(), references.ToHashSet());
        Assert.Subset(AllowedPackages[name].ToHashSet(), Items(path, "PackageReference").ToHashSet());
    }

    [Fact]
    public void Every_project_of_the_table_exists() =>
        Assert.Equal(Allowed.Keys.Order(), Projects.Select(static row => Path.GetFileNameWithoutExtension(row.Data)).Order());

    [Theory]
    [InlineData("AstRegistry")]
    [InlineData("AstRegistry.Sqlite")]
    [InlineData("AstRegistry.PostgreSql")]
    [InlineData("AstRegistry.Hosting")]
    public void Run_time_projects_have_a_registry_of_their_own(string project) =>
        Assert.Contains("UseGenerator.targets", File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src", project, project + ".csproj")), StringComparison.Ordinal);

    private static IEnumerable<string> Items(string path, string kind) =>
        XDocument.Load(path).Descendants(kind).Select(static item => item.Attribute("Include")!.Value);
}
