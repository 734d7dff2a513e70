using System.IO.Compression;
using System.Reflection;

[assembly: AssemblyFixture(typeof(AstRegistry.Package.Tests.PackageFixture))]

namespace AstRegistry.Package.Tests;

/// <summary>
/// The package, made once for all tests: packed into a folder of its own under a version that no cache can know.
/// </summary>
public sealed class PackageFixture : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> Metadata =
        typeof(PackageFixture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(static item => item.Key, static item => item.Value);

    private readonly string _workspace = Directory.CreateTempSubdirectory("astregistry-package-").FullName;
    private int _projects;

    /// <summary>The version of the package under test.</summary>
    public string Version { get; } = "0.0.0-test." + Guid.NewGuid().ToString("N");

    /// <summary>The path of the package.</summary>
    public string PackagePath => Path.Combine(Feed, $"AstRegistry.{Version}.nupkg");

    private static string RepositoryRoot => Metadata["RepositoryRoot"]!;

    private string Feed => Path.Combine(_workspace, "feed");

    /// <summary>Packs what the solution's build left.</summary>
    public async ValueTask InitializeAsync()
    {
        var packed = await CommandLine.RunAsync(
            RepositoryRoot, "dotnet", "pack", "src/AstRegistry", "--no-build", "-c", Metadata["Configuration"]!, "-o", Feed, $"-p:PackageVersion={Version}");
        packed.Succeeded();
        await File.WriteAllTextAsync(Path.Combine(_workspace, "nuget.config"), NuGetConfig());
    }

    /// <summary>A folder for a project, outside the repository.</summary>
    internal Consumer NewProject(string name = "Shop") => NewProjectIn("project" + Interlocked.Increment(ref _projects), name);

    /// <summary>A folder for a project below a folder of a given name.</summary>
    internal Consumer NewProjectIn(string folder, string name) =>
        new(Directory.CreateDirectory(Path.Combine(_workspace, folder, name)).FullName, name, Version);

    /// <summary>Opens the package.</summary>
    public ZipArchive Open() => ZipFile.OpenRead(PackagePath);

    /// <summary>Removes the folder and the copy that NuGet made of the package.</summary>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_workspace, recursive: true);
        var unpacked = Path.Combine(PackagesFolder, "astregistry");
        if (Directory.Exists(unpacked)) Directory.Delete(unpacked, recursive: true);
        return ValueTask.CompletedTask;
    }

    // Other packages may come from wherever the machine has them: its sources stay configured, and what it has unpacked is used.
    private string NuGetConfig() => $"""
        <configuration>
          <packageSources>
            <add key="package-under-test" value="{Feed}" />
          </packageSources>
          <config>
            <add key="globalPackagesFolder" value="{PackagesFolder}" />
          </config>
          <fallbackPackageFolders>
            <add key="machine" value="{MachinePackagesFolder}" />
          </fallbackPackageFolders>
        </configuration>
        """;

    private static string PackagesFolder => Path.Combine(RepositoryRoot, "artifacts", "package-tests");

    private static string MachinePackagesFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
