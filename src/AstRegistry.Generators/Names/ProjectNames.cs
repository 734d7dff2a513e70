using System.Collections.Immutable;
using AstRegistry.Generators.Emission;

namespace AstRegistry.Generators.Names;

/// <summary>What is asked of the names of all files together.</summary>
internal static class ProjectNames
{
    private const string LastResort = "AstRegistryGenerated";

    /// <summary>
    /// The namespace for the generated class: the wished one, or, where the project's own types take its name, the global one,
    /// or one that nobody has.
    /// </summary>
    public static string FreeNamespace(ImmutableArray<FileNames> files, string wished) =>
        IsFree(files, wished) ? wished : IsFree(files, "") ? "" : LastResort;

    /// <summary>The names of the files that could not be read, in order.</summary>
    public static EquatableArray<string> LeftOut(ImmutableArray<FileNames> files, CancellationToken cancellation)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (file.LeftOut.Length > 0) names.Add(file.LeftOut);
        }

        return new([.. names]);
    }

    private static bool IsFree(ImmutableArray<FileNames> files, string space)
    {
        var plain = space.Replace("@", "");
        var registry = plain.Length == 0 ? RegistryFrame.ClassName : plain + "." + RegistryFrame.ClassName;
        foreach (var file in files)
        {
            foreach (var type in file.Types.AsSpan())
            {
                if (type.Key == registry || IsTypeAt(type.Key, plain)) return false;
            }
        }

        return true;
    }

    // A type called like the namespace, or like an outer part of it, stands in its way.
    private static bool IsTypeAt(string key, string space) =>
        space.StartsWith(key, StringComparison.Ordinal) && (space.Length == key.Length || space[key.Length] == '.');
}
