namespace AstRegistry.Tool.Projects;

/// <summary>
/// Reads what the targets of the package write: lines of <c>name=value</c>, a file for each target framework. The format version comes first,
/// because a tool that was installed on its own may meet another version of the package.
/// </summary>
internal static class DescriptionFile
{
    private const string Version = "1";

    /// <summary>The project that the files describe together.</summary>
    /// <exception cref="ToolException">A file is missing, of another version, or incomplete, or the files do not belong together.</exception>
    public static ProjectDescription Read(IReadOnlyList<string> paths)
    {
        var parts = paths.Select(Parse).ToList();
        var first = parts[0];
        foreach (var name in (string[])["project", "assembly", "lock", "snapshot"])
        {
            if (parts.Exists(part => part.One(name) != first.One(name)))
                throw new ToolException($"The target frameworks of '{first.One("project")}' differ in '{name}', but one lock file serves them all.");
        }

        return new(
            first.One("project"), first.One("assembly"), first.One("lock"), first.One("snapshot"), first.Has("sparse"),
            [.. parts.Select(static part => part.Target).OrderBy(static target => target.Framework, StringComparer.Ordinal)]);
    }

    private static Lines Parse(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The description of the project could not be read: {exception.Message}", inner: exception);
        }

        var facts = lines.Where(static line => line.Contains('=', StringComparison.Ordinal))
            .ToLookup(static line => line[..line.IndexOf('=', StringComparison.Ordinal)], static line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var version = facts["version"].FirstOrDefault();
        return version == Version
            ? new Lines(path, facts)
            : throw new ToolException($"'{path}' describes the project in format {version ?? "unknown"}, and this tool reads format {Version}. Use the same version of the tool and of the package AstRegistry.");
    }

    /// <summary>The facts of one file.</summary>
    private sealed record Lines(string Path, ILookup<string, string> Facts)
    {
        public TargetDescription Target => new(
            One("framework"), Facts["language"].FirstOrDefault() ?? "", [.. Facts["symbol"].SelectMany(static symbols => symbols.Split((char[])[',', ' '], StringSplitOptions.RemoveEmptyEntries)).Distinct()], [.. Facts["source"].Distinct()]);

        public string One(string name) => Facts[name].FirstOrDefault() ?? throw new ToolException($"'{Path}' does not name '{name}'. Build the project again.");

        public bool Has(string name) => Facts[name].Any();
    }
}
