using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using AstRegistry.Identity;

namespace AstRegistry;

/// <summary>
/// Names a class: project, origin, metadata name and, where one name stands for several classes, the assembly that defines it. This is the
/// form in which a class is stored and sent; no other identity of a class may leave the process.
/// </summary>
/// <remarks>
/// <para>Text form: the parts with <c>!</c> between them, <c>Shop!source!Shop.Cart+Line`1</c> or
/// <c>Shop!reference!Newtonsoft.Json.Linq.JToken!Newtonsoft.Json</c>. Within a part <c>!</c>, <c>%</c>, space and control characters are
/// written <c>%XX</c>, the upper-case hexadecimal digits of their UTF-8 bytes.</para>
/// <para>Keys are ordered by project, origin, metadata name and module, each as it is written. <c>!</c> comes before every other character
/// of the text, so this is the ordinal order of the texts as well, and a sorted file of keys stays sorted.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[TypeConverter(typeof(ClassKeyTypeConverter))]
#if NET8_0_OR_GREATER
[System.Text.Json.Serialization.JsonConverter(typeof(ClassKeyJsonConverter))]
#endif
public sealed partial class ClassKey : IEquatable<ClassKey>, IComparable<ClassKey>, IComparable
{
    private string? _text;

    /// <summary>Makes a key of its parts.</summary>
    /// <param name="project">The assembly name of the project that has the class.</param>
    /// <param name="origin">Where the project has it from.</param>
    /// <param name="metadataName">The full metadata name, <c>Shop.Cart+Line`1</c>.</param>
    /// <param name="module">The assembly that defines the class; null where the name alone is enough.</param>
    /// <exception cref="ArgumentException">A part is empty or no valid UTF-16.</exception>
    public ClassKey(string project, ClassOrigin origin, string metadataName, string? module = null)
    {
        ClassKeyText.Check(project, nameof(project));
        ClassKeyText.Check(metadataName, nameof(metadataName));
        if (module is not null) ClassKeyText.Check(module, nameof(module));
        if (origin is < ClassOrigin.Framework or > ClassOrigin.Source) throw new ArgumentOutOfRangeException(nameof(origin), origin, "There is no such origin.");
        Project = project;
        Origin = origin;
        MetadataName = metadataName;
        Module = module;
        ProjectHash = (uint)StableHash.OfText(project);
        NameHash = HashName(origin, metadataName, module);
    }

    /// <summary>The assembly name of the project that has the class.</summary>
    public string Project { get; }

    /// <summary>Where the project has the class from.</summary>
    public ClassOrigin Origin { get; }

    /// <summary>The full metadata name: <c>Shop.Cart+Line`1</c>.</summary>
    public string MetadataName { get; }

    /// <summary>The assembly that defines the class; null where the name alone is enough.</summary>
    public string? Module { get; }

    /// <summary>A hash of <see cref="Project"/>.</summary>
    internal uint ProjectHash { get; }

    /// <summary>A hash of everything but <see cref="Project"/>, the same in every process.</summary>
    internal ulong NameHash { get; }

    /// <summary>The key of a class that a project declares.</summary>
    /// <exception cref="ArgumentException">A part is empty or no valid UTF-16.</exception>
    public static ClassKey Source(string project, string metadataName) => new(project, ClassOrigin.Source, metadataName);

    /// <summary>The key of a class that a project has from a package or another assembly.</summary>
    /// <exception cref="ArgumentException">A part is empty or no valid UTF-16.</exception>
    public static ClassKey Reference(string project, string metadataName, string? module = null) => new(project, ClassOrigin.Reference, metadataName, module);

    /// <summary>The key of a class that a project has from the framework.</summary>
    /// <exception cref="ArgumentException">A part is empty or no valid UTF-16.</exception>
    public static ClassKey Framework(string project, string metadataName, string? module = null) => new(project, ClassOrigin.Framework, metadataName, module);

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">The text is not canonical; the message names the column and what was expected there.</exception>
    public static ClassKey Parse(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        return ClassKeyText.TryRead(text, out var key, out var fault) ? key : throw new FormatException(fault);
    }

    /// <summary>Reads the text form; false for anything that is not canonical.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ClassKey? key)
    {
        key = null;
        return text is not null && ClassKeyText.TryRead(text, out key, out _);
    }

    /// <summary>The text form; see the remarks of <see cref="ClassKey"/>.</summary>
    public override string ToString() => _text ??= ClassKeyText.Write(this);

    /// <inheritdoc/>
    public bool Equals(ClassKey? other) => ReferenceEquals(this, other)
        || (other is not null && NameHash == other.NameHash && ProjectHash == other.ProjectHash && Origin == other.Origin
            && MetadataName == other.MetadataName && Project == other.Project && Module == other.Module);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ClassKey);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(NameHash ^ (NameHash >> 32) ^ (ProjectHash * 0x9E3779B1));

    /// <summary>Compares by project, origin, metadata name and module, which is how the texts compare ordinally. Null comes first.</summary>
    public int CompareTo(ClassKey? other)
    {
        if (other is null) return 1;
        var order = ClassKeyText.Compare(Project, other.Project);
        if (order == 0) order = Origin.CompareTo(other.Origin);
        if (order == 0) order = ClassKeyText.Compare(MetadataName, other.MetadataName);
        return order != 0 ? order : ClassKeyText.Compare(Module ?? "", other.Module ?? "");
    }

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        ClassKey other => CompareTo(other),
        _ => throw new ArgumentException($"Expected a {nameof(ClassKey)}, got a {obj.GetType()}.", nameof(obj)),
    };

    /// <summary>What <see cref="NameHash"/> is of a key with these parts.</summary>
    internal static ulong HashName(ClassOrigin origin, string metadataName, string? module)
    {
        var hash = StableHash.Add(StableHash.OfText(metadataName), (ulong)origin);
        return StableHash.Finish(module is null ? hash : StableHash.Add(hash, StableHash.OfText(module)));
    }

    /// <summary>Whether two keys name the same class.</summary>
    public static bool operator ==(ClassKey? left, ClassKey? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two keys name different classes.</summary>
    public static bool operator !=(ClassKey? left, ClassKey? right) => !(left == right);

    /// <summary>Compares as <see cref="CompareTo(ClassKey)"/> does.</summary>
    public static bool operator <(ClassKey? left, ClassKey? right) => left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Compares as <see cref="CompareTo(ClassKey)"/> does.</summary>
    public static bool operator >(ClassKey? left, ClassKey? right) => left is not null && left.CompareTo(right) > 0;

    /// <summary>Compares as <see cref="CompareTo(ClassKey)"/> does.</summary>
    public static bool operator <=(ClassKey? left, ClassKey? right) => left is null || left.CompareTo(right) <= 0;

    /// <summary>Compares as <see cref="CompareTo(ClassKey)"/> does.</summary>
    public static bool operator >=(ClassKey? left, ClassKey? right) => left is null ? right is null : left.CompareTo(right) >= 0;
}
