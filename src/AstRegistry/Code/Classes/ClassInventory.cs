using System.Diagnostics;
using AstRegistry.Identity;

namespace AstRegistry;

/// <summary>The names of the classes that a project has from one origin: what a <see cref="CodeDatabase"/> is composed of. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ClassInventory
{
    /// <summary>The sorted names; null where a registry holds them packed.</summary>
    private readonly string[]? _names;

    private ClassInventory(CodeRegistry registry)
    {
        ClassKeyText.Check(registry.ProjectName, nameof(registry));
        Registry = registry;
        Project = registry.ProjectName;
        Origin = ClassOrigin.Source;
        Count = registry.Buckets.CountModules();
        ContentHash = StableHash.OfText(registry.Buckets.Inventory);
    }

    private ClassInventory(string project, ClassOrigin origin, string[] names, string? module)
    {
        _names = names;
        Project = project;
        Origin = origin;
        Module = module;
        Count = names.Length;
        ContentHash = StableHash.Finish(names.Aggregate(StableHash.Seed, static (hash, name) => StableHash.Add(hash, StableHash.OfText(name))));
    }

    /// <summary>The assembly name of the project that has the classes.</summary>
    public string Project { get; }

    /// <summary>Where the project has them from.</summary>
    public ClassOrigin Origin { get; }

    /// <summary>The assembly that defines them, when it enters their keys.</summary>
    public string? Module { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The registry that declares the classes; null for an inventory that was made of names.</summary>
    public CodeRegistry? Registry { get; }

    /// <summary>A hash of the names, the same for equal names.</summary>
    internal ulong ContentHash { get; }

    /// <summary>The inventory of a registry: the classes that the project's sources declare. The names stay packed until they are asked for.</summary>
    /// <exception cref="PackedDataException">The registry's inventory cannot be read.</exception>
    public static ClassInventory Of(CodeRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return new ClassInventory(registry);
    }

    /// <summary>An inventory of names that no registry holds: classes of references and of the framework.</summary>
    /// <param name="project">The assembly name of the project that has the classes.</param>
    /// <param name="origin">Where the project has them from.</param>
    /// <param name="metadataNames">Their full metadata names, in any order.</param>
    /// <param name="module">The assembly that defines them, to keep them apart from classes of the same names.</param>
    /// <exception cref="ArgumentException">A name comes twice, is empty or is no valid UTF-16.</exception>
    public static ClassInventory Create(string project, ClassOrigin origin, IEnumerable<string> metadataNames, string? module = null)
    {
        ArgumentNullException.ThrowIfNull(metadataNames);
        var names = metadataNames.ToArray();

        // Whatever cannot be a part of a key is refused here and not at the first look-up.
        _ = new ClassKey(project, origin, "any", module);
        foreach (var name in names) ClassKeyText.Check(name, nameof(metadataNames));
        Array.Sort(names, ClassKeyText.Compare);
        for (var i = 1; i < names.Length; i++)
        {
            if (names[i] == names[i - 1]) throw Twice(new ClassKey(project, origin, names[i], module), nameof(metadataNames));
        }

        return new ClassInventory(project, origin, names, module);
    }

    /// <summary>Project, origin and count: <c>Shop Source (120 classes)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Project} {Origin} ({Count} classes)");

    /// <summary>Whether both certainly hold the same keys; two that hold them in another form may differ here.</summary>
    internal bool HasSameClasses(ClassInventory other) =>
        ContentHash == other.ContentHash && Count == other.Count && Origin == other.Origin && Module == other.Module && Registry is null == other.Registry is null;

    /// <summary>The keys in their order; computed at every call.</summary>
    internal ClassKey[] GetKeys()
    {
        var keys = (_names ?? Registry!.Buckets.ModuleKeys()).Select(name => new ClassKey(Project, Origin, name, Module)).ToArray();
        if (keys.Length != Count)
        {
            throw Registry!.Unreadable("inventory", new PackedDataException(FormattableString.Invariant($"It holds {keys.Length} names where it held {Count} before.")));
        }

        return keys;
    }

    internal static ArgumentException Twice(ClassKey key, string parameter) =>
        new($"'{key}' comes twice. Where one name stands for several classes, give the module that defines each.", parameter);
}
