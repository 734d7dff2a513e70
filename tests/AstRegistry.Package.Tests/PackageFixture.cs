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

    private readonly Lazy<Task> _tool;
    private readonly string _workspace = Directory.CreateTempSubdirectory("astregistry-package-").FullName;
    private int _projects;

    /// <summary>The version of the package under test.</summary>
    public string Version { get; } = "0.0.0-test." + Guid.NewGuid().ToString("N");

    /// <summary>The path of the package.</summary>
    public string PackagePath => Path.Combine(Feed, $"AstRegistry.{Version}.nupkg");

    private static string RepositoryRoot => Metadata["RepositoryRoot"]!;

    private string Feed => Path.Combine(_workspace, "feed");

    /// <summary>Prepares a folder for what the tests build.</summary>
    public PackageFixture() => _tool = new(InstallToolAsync);

    /// <summary>The path of the tool, once it was used.</summary>
    public string ToolPath => Path.Combine(_workspace, "tool", OperatingSystem.IsWindows() ? "astregistry.exe" : "astregistry");

    /// <summary>Packs what the solution's build left.</summary>
    public async ValueTask InitializeAsync()
    {
        await PackAsync("src/AstRegistry");
        await File.WriteAllTextAsync(Path.Combine(_workspace, "nuget.config"), NuGetConfig());
    }

    /// <summary>Runs the tool, which the first use packs and installs.</summary>
    internal async Task<CommandResult> ToolAsync(string folder, params string[] arguments)
    {
        await _tool.Value;
        return await CommandLine.RunAsync(folder, ToolPath, arguments);
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
        foreach (var package in (string[])["astregistry", "astregistry.tool"])
        {
            var unpacked = Path.Combine(PackagesFolder, package);
            if (Directory.Exists(unpacked)) Directory.Delete(unpacked, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private async Task PackAsync(string project) => (await CommandLine.RunAsync(
        RepositoryRoot, "dotnet", "pack", project, "--no-build", "-c", Metadata["Configuration"]!, "-o", Feed, $"-p:PackageVersion={Version}")).Succeeded();

    private async Task InstallToolAsync()
    {
        await PackAsync("src/AstRegistry.Tool");
        (await CommandLine.RunAsync(_workspace, "dotnet", "tool", "install", "AstRegistry.Tool", "--tool-path", "tool", "--version", Version)).Succeeded();
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
