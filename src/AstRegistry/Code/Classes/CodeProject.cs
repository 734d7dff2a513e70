using System.Diagnostics;
using AstRegistry.Code;

namespace AstRegistry;

/// <summary>The classes of one project in a <see cref="CodeSnapshot"/>, those it has from references and the framework included. Never changes.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CodeProject
{
    /// <summary>Of classes with one name, the project's own comes first.</summary>
    private static readonly ClassOrigin[] Nearest = [ClassOrigin.Source, ClassOrigin.Reference, ClassOrigin.Framework];

    private readonly CodeSnapshot _snapshot;
    private readonly ProjectClasses _project;

    /// <summary>The modules that keys of the project name, none first.</summary>
    private readonly string?[] _modules;
    private IReadOnlyList<ClassId>? _classes;

    internal CodeProject(CodeSnapshot snapshot, ProjectClasses project)
    {
        _snapshot = snapshot;
        _project = project;
        _modules = [.. project.Inventories.Select(static inventory => inventory.Module).Prepend(null).Distinct()];
    }

    /// <summary>The name of the project's assembly.</summary>
    public string Name => _project.Name;

    /// <summary>How many classes the project has.</summary>
    public int Count => _project.Count;

    /// <summary>The registry that declares the project's own classes; null when only names were loaded.</summary>
    public CodeRegistry? Registry => _project.Registry;

    /// <summary>The ids of all classes of the project in the order of their keys. The first time this decodes the project's inventory.</summary>
    public IReadOnlyList<ClassId> Classes => _classes ??= Array.AsReadOnly(Array.ConvertAll(_project.Table.Sort(), _project.IdAt));

    /// <summary>The id of a class by its metadata name; of several of one name the project's own, then that of a reference.</summary>
    /// <exception cref="KeyNotFoundException">The project has no such class; the message names near ones.</exception>
    public ClassId ClassIdOf(string metadataName) => TryGetClassId(metadataName, out var id) ? id : throw Missing(metadataName, metadataName);

    /// <summary>Finds the id of a class by its metadata name; of several of one name the project's own, then that of a reference.</summary>
    public bool TryGetClassId(string metadataName, out ClassId id)
    {
        ArgumentNullException.ThrowIfNull(metadataName);
        return TryGetClassId(metadataName, _modules, out id);
    }

    /// <summary>The id of the class that a run-time type was compiled from: the project's own, or one it has from a reference or the framework.</summary>
    /// <exception cref="KeyNotFoundException">The project has no such class.</exception>
    public ClassId ClassIdOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return TryGetClassId(type, out var id) ? id : throw Missing(type.ToString(), MetadataNames.KeyOf(type) ?? type.Name);
    }

    /// <summary>Finds the id of the class that a run-time type was compiled from.</summary>
    public bool TryGetClassId(Type type, out ClassId id)
    {
        ArgumentNullException.ThrowIfNull(type);
        id = default;
        var definition = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
        var assembly = definition.Assembly.GetName().Name;
        if (assembly == Name && _snapshot.TryGetClassId(type, out id)) return true;
        return assembly != Name && MetadataNames.KeyOf(definition) is { Length: > 0 } name && TryGetClassId(name, [assembly, null], out id, ownToo: false);
    }

    /// <summary>Name and count: <c>Shop (120 classes)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} ({Count} classes)");

    internal KeyNotFoundException Missing(string what, string name) => new(
        $"There is no class '{what}' in project '{Name}'.{NearKeys.Hint(name, Classes.Select(id => _snapshot.KeyOf(id).MetadataName))}");

    private bool TryGetClassId(string name, string?[] modules, out ClassId id, bool ownToo = true)
    {
        var table = _project.Table;
        foreach (var origin in Nearest)
        {
            if (origin == ClassOrigin.Source && !ownToo) continue;
            foreach (var module in modules)
            {
                if (table.Find(origin, name, module) is not (>= 0 and var offset)) continue;
                id = _project.IdAt(offset);
                return true;
            }
        }

        id = default;
        return false;
    }
}
