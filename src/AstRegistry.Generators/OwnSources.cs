using System.Globalization;

namespace AstRegistry.Generators;

/// <summary>The names of the sources the generator writes, so that it can skip them where a project compiles its own output again.</summary>
internal static class OwnSources
{
    private const string Prefix = "AppRegistry.";
    private const string Suffix = "g.cs";

    /// <summary>The source that users see.</summary>
    public const string Registry = Prefix + Suffix;

    /// <summary>The source of the inventory.</summary>
    public const string Inventory = Prefix + "Inventory." + Suffix;

    /// <summary>The source of the index of ids.</summary>
    public const string Index = Prefix + "Index." + Suffix;

    /// <summary>The source of the ids that are not plain hashes.</summary>
    public const string Overrides = Prefix + "Overrides." + Suffix;

    /// <summary>The source of the entry for referring projects.</summary>
    public const string Entry = Prefix + "Entry." + Suffix;

    /// <summary>The source of a bucket's data.</summary>
    public static string Bucket(int index) => Prefix + BucketName(index) + "." + Suffix;

    /// <summary>The name of the method that returns a bucket's data.</summary>
    public static string BucketName(int index) => "Bucket" + index.ToString("D3", CultureInfo.InvariantCulture);

    /// <summary>The name of the method that returns the run-time types of a bucket.</summary>
    public static string TypesName(int index) => "Types" + index.ToString("D3", CultureInfo.InvariantCulture);

    /// <summary>Whether a file is named like one of these.</summary>
    public static bool Contains(string path)
    {
        if (!path.EndsWith("." + Suffix, StringComparison.Ordinal)) return false;
        var start = path.LastIndexOfAny(['/', '\\']) + 1;
        return string.CompareOrdinal(path, start, Prefix, 0, Prefix.Length) == 0;
    }
}
