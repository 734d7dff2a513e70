using System.Runtime.CompilerServices;

namespace AstRegistry.Tests;

/// <summary>Where the repository is checked out, told by where this file was compiled.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find([CallerFilePath] string file = "")
    {
        // A deterministic build maps source paths, so the output folder is the way out.
        for (var folder = System.IO.Path.GetDirectoryName(File.Exists(file) ? file : AppContext.BaseDirectory); folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (File.Exists(System.IO.Path.Combine(folder, "AstRegistry.sln"))) return folder;
        }

        throw new InvalidOperationException("AstRegistry.sln stands in no folder above the tests.");
    }
}
