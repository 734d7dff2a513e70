
namespace AstRegistry.Generators.Files;

/// <summary>Where a source file stands: its path below a folder, and whether it lies there at all.</summary>
/// <param name="Path">The path relative to the folder with forward slashes, or the file name alone for a file elsewhere.</param>
/// <param name="IsInside">Whether the file lies below the folder.</param>
internal readonly record struct FilePlace(string Path, bool IsInside)
{
    /// <summary>The last part of the path.</summary>
    public string FileName => Path.Substring(Path.LastIndexOf('/') + 1);

    /// <summary>The place of a file below a folder that is written with forward slashes and ends in one.</summary>
    public static FilePlace Of(string path, string folder)
    {
        path = path.Replace('\\', '/');
        if (folder.Length > 0 && path.StartsWith(folder, ComparisonFor(folder))) return new(path.Substring(folder.Length), true);
        var isRooted = path.StartsWith("/", StringComparison.Ordinal) || HasDrive(path);
        return isRooted || path.StartsWith("../", StringComparison.Ordinal) || path.Length == 0
            ? new(path.Substring(path.LastIndexOf('/') + 1), false)
            : new(path, true);
    }

    // Paths with a drive letter come from a file system that ignores case.
    private static StringComparison ComparisonFor(string folder) => HasDrive(folder) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static bool HasDrive(string path) => path.Length > 1 && path[1] == ':';
}
