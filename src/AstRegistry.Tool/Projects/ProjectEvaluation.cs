using System.Text.Json;

namespace AstRegistry.Tool.Projects;

/// <summary>Asks MSBuild what a project compiles, through the same targets that a build uses.</summary>
internal static class ProjectEvaluation
{
    private const string Target = "AstRegistryDescribe";

    /// <summary>The description of a project.</summary>
    /// <exception cref="ToolException">The project does not evaluate, is not restored, or does not use the package.</exception>
    public static async Task<ProjectDescription> DescribeAsync(string projectPath, CancellationToken cancellation)
    {
        string[] arguments = ["msbuild", projectPath, "-nologo", "-verbosity:quiet", "-getTargetResult:" + Target, "-p:BuildProjectReferences=false"];
        var result = await Processes.RunAsync("dotnet", arguments, Path.GetDirectoryName(projectPath)!, default, cancellation).ConfigureAwait(false)
            ?? throw new ToolException("The command 'dotnet' was not found. Install the .NET SDK that builds the project.");
        if (result.ExitCode != 0) throw new ToolException(Explain(projectPath, result));
        var files = DescriptionFiles(result.Text);
        return files.Count > 0
            ? DescriptionFile.Read(files)
            : throw new ToolException($"AstRegistry is switched off in '{projectPath}'. Reference the package AstRegistry in the project itself, or set EnableAstRegistry to true.");
    }

    private static List<string> DescriptionFiles(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("TargetResults").GetProperty(Target).GetProperty("Items").EnumerateArray()
            .Select(static item => item.GetProperty("FullPath").GetString()!)];
    }

    /// <summary>The way out of what MSBuild said.</summary>
    private static string Explain(string projectPath, ProcessResult result)
    {
        var said = string.Join('\n', (result.Text + "\n" + result.Error).Split('\n').Select(static line => line.Trim()).Where(static line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).Distinct().Take(5));
        return said.Contains("MSB4057", StringComparison.Ordinal)
            ? $"'{projectPath}' does not use the package AstRegistry, or is not restored. Add the package, and run 'dotnet restore'."
            : said.Contains("NETSDK1004", StringComparison.Ordinal)
                ? $"'{projectPath}' is not restored. Run 'dotnet restore' first."
                : $"'{projectPath}' does not evaluate:\n{said}";
    }
}
