using AstRegistry.Tool.Locks;

namespace AstRegistry.Tool.Projects;

/// <summary>Finds the projects that a path on the command line means.</summary>
internal static class ProjectFinder
{
    private const string Pattern = "*.csproj";

    /// <summary>A project file itself; of a folder the projects below it that have a lock file, and if none has, the only project in it.</summary>
    /// <exception cref="ToolException">There is no such path, or no project, or more than one to choose from.</exception>
    public static IReadOnlyList<string> Find(string path)
    {
        path = Path.GetFullPath(path);
        if (!Directory.Exists(path)) return [ProjectFile(path)];
        var locked = LockedProjects(path);
        return locked.Count > 0 ? locked : [Single(path, $"No project below '{path}' has a lock file, and ")];
    }

    /// <summary>A project file itself; the only project in a folder.</summary>
    /// <exception cref="ToolException">There is no such path, or no project, or more than one to choose from.</exception>
    public static string One(string path)
    {
        path = Path.GetFullPath(path);
        return Directory.Exists(path) ? Single(path, "") : ProjectFile(path);
    }

    private static string ProjectFile(string path) =>
        !File.Exists(path) ? throw new ToolException($"'{path}' does not exist.", ExitCode.Usage)
        : !path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) ? throw new ToolException($"'{path}' is not a C# project file.", ExitCode.Usage)
        : path;

    private static string Single(string folder, string prefix)
    {
        var projects = Directory.GetFiles(folder, Pattern);
        return projects.Length switch
        {
            1 => projects[0],
            0 => throw new ToolException($"{prefix}'{folder}' holds no project. Name a project file.", ExitCode.Usage),
            _ => throw new ToolException($"{prefix}'{folder}' holds {projects.Length} projects. Name one of them.", ExitCode.Usage),
        };
    }

    private static List<string> LockedProjects(string folder)
    {
        var enumeration = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return [.. Directory.EnumerateFiles(folder, LockStore.FileName, enumeration)
            .SelectMany(static file => Directory.GetFiles(Path.GetDirectoryName(file)!, Pattern))
            .Order(StringComparer.Ordinal)];
    }
}
