using System.Diagnostics;
using AstRegistry.Dependencies;

namespace AstRegistry;

/// <summary>Where entries name what they depend on: a path through meta data or data. Immutable.</summary>
/// <remarks>
/// <para>A path begins with <c>meta</c> or <c>data</c>. Behind it stand steps: <c>.name</c> and <c>."any text"</c> or <c>["any text"]</c> lead to a value of
/// a map (in quotes, <c>\"</c> and <c>\\</c> stand for quote and backslash), <c>.*</c> to each value of a map, <c>[3]</c> to an item of a list, <c>[*]</c> to each, and
/// <c>.**</c> through any number of maps and lists, none included. Examples: <c>meta.depends_on</c>, <c>data.imports[*].from</c>, <c>data.**.ref</c>.</para>
/// <para>What stands at the end is a reference if it is a string, and several if it is a list, one for each string in it. Everything else is passed
/// over without a word, because one pattern goes over entries of all kinds.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class DependencyPattern
{
    /// <summary>Makes a pattern.</summary>
    /// <exception cref="DependencyPatternException">The path is malformed; the message names the column.</exception>
    public DependencyPattern(string path, DependencyPatternKind kind = DependencyPatternKind.Direct)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (kind is < DependencyPatternKind.Direct or > DependencyPatternKind.Namespace) throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of pattern.");
        Path = path;
        Kind = kind;
        Compiled = ValuePath.Parse(path);
    }

    /// <summary>The path as given.</summary>
    public string Path { get; }

    /// <summary>What the strings at the end of the path are.</summary>
    public DependencyPatternKind Kind { get; }

    internal ValuePath Compiled { get; }

    /// <summary>A pattern that finds ids of entries.</summary>
    /// <exception cref="DependencyPatternException">The path is malformed; the message names the column.</exception>
    public static DependencyPattern Direct(string path) => new(path, DependencyPatternKind.Direct);

    /// <summary>A pattern that finds names of groups.</summary>
    /// <exception cref="DependencyPatternException">The path is malformed; the message names the column.</exception>
    public static DependencyPattern Group(string path) => new(path, DependencyPatternKind.Group);

    /// <summary>A pattern that finds namespaces.</summary>
    /// <exception cref="DependencyPatternException">The path is malformed; the message names the column.</exception>
    public static DependencyPattern Namespace(string path) => new(path, DependencyPatternKind.Namespace);

    /// <summary>Kind and path.</summary>
    public override string ToString() => $"{Kind} {Path}";
}
