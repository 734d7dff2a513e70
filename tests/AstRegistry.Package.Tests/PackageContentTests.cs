using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace AstRegistry.Package.Tests;

public class PackageContentTests(PackageFixture package)
{
    [Fact]
    public void The_package_holds_library_generator_switches_and_what_a_gallery_shows()
    {
        using var archive = package.Open();
        string[] expected =
        [
            "analyzers/dotnet/cs/AstRegistry.Abstractions.dll",
            "analyzers/dotnet/cs/AstRegistry.Generators.dll",
            "analyzers/dotnet/cs/AstRegistry.Inventory.dll",
            "build/AstRegistry.Lock.targets",
            "build/AstRegistry.props",
            "build/AstRegistry.targets",
            "buildMultiTargeting/AstRegistry.targets",
            "buildTransitive/AstRegistry.props",
            "buildTransitive/AstRegistry.targets",
            "icon.png",
            "lib/net10.0/AstRegistry.Abstractions.dll",
            "lib/net10.0/AstRegistry.Abstractions.xml",
            "lib/net10.0/AstRegistry.dll",
            "lib/net10.0/AstRegistry.xml",
            "lib/net8.0/AstRegistry.Abstractions.dll",
            "lib/net8.0/AstRegistry.Abstractions.xml",
            "lib/net8.0/AstRegistry.dll",
            "lib/net8.0/AstRegistry.xml",
            "README.md",
            "tools/AstRegistry.Abstractions.dll",
            "tools/AstRegistry.Inventory.dll",
            "tools/AstRegistry.Tool.dll",
            "tools/AstRegistry.Tool.runtimeconfig.json",
            "tools/System.CommandLine.dll",
        ];

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            archive.Entries.Select(static entry => entry.FullName).Where(static name => !IsContainer(name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_depends_on_no_other_and_names_its_licence()
    {
        using var archive = package.Open();
        using var stream = archive.GetEntry("AstRegistry.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();

        Assert.DoesNotContain(metadata.Descendants(), static element => element.Name.LocalName == "dependency");
        Assert.Equal("MIT", metadata.Elements().Single(static element => element.Name.LocalName == "license").Value);
    }

    [Fact]
    public void Every_assembly_of_ours_carries_its_symbols()
    {
        using var archive = package.Open();
        foreach (var entry in archive.Entries.Where(static entry => entry.Name.StartsWith("AstRegistry", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using var stream = new MemoryStream();
            using (var content = entry.Open()) content.CopyTo(stream);
            stream.Position = 0;
            using var assembly = new PEReader(stream);
            Assert.Contains(assembly.ReadDebugDirectory(), static item => item.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
            Assert.NotEmpty(assembly.GetMetadataReader().TypeDefinitions);
        }
    }

    // The parts of the container format.
    private static bool IsContainer(string name) =>
        name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal)
        || name is "[Content_Types].xml" or "AstRegistry.nuspec";
}
