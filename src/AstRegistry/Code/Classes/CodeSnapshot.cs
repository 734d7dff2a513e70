using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using AstRegistry.Code;

namespace AstRegistry;

/// <summary>
/// The classes of a <see cref="CodeDatabase"/> as of one revision. Never changes: whatever is applied to the database later, a snapshot
/// answers as before. Reading takes no lock and waits for nobody.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class CodeSnapshot
{
    private readonly ProjectClasses[] _all;

    /// <summary>The projects that were not removed, an open-addressing table by the hash of the name.</summary>
    private readonly ProjectClasses?[] _slots;

    /// <summary>The first positions of the segments, ascending, and beside each what it holds.</summary>
    private readonly int[] _starts;
    private readonly (ProjectClasses Project, PositionRange Range)[] _segments;
    private readonly int _total;
    private IReadOnlyList<CodeProject>? _projects;
    private IReadOnlyList<ClassId>? _classes;

    /// <summary>Puts a snapshot together.</summary>
    /// <param name="revision">Its number.</param>
    /// <param name="stamp">The stamp of the latest generation of positions.</param>
    /// <param name="projects">All projects that ever were, in the order of their names.</param>
    internal CodeSnapshot(int revision, ulong stamp, ProjectClasses[] projects)
    {
        Revision = revision;
        Stamp = stamp;
        _all = projects;
        _slots = MakeSlots(projects);
        _segments = [.. projects.SelectMany(static project => project.Ranges.Select(range => (project, range))).OrderBy(static segment => segment.range.Start)];
        _starts = [.. _segments.Select(static segment => segment.Range.Start)];
        _total = _segments.Sum(static segment => segment.Range.Count);
        Count = projects.Sum(static project => project.Count);
    }

    /// <summary>How many revisions were applied before: 0 for what was loaded. One more with every revision of the database.</summary>
    public int Revision { get; }

    /// <summary>How many classes there are.</summary>
    public int Count { get; }

    /// <summary>All projects, sorted by name.</summary>
    public IReadOnlyList<CodeProject> Projects =>
        _projects ??= Array.AsReadOnly(_all.Where(static project => !project.IsRemoved).Select(project => new CodeProject(this, project)).ToArray());

    /// <summary>The ids of all classes in the order of their keys. The first time this decodes every inventory.</summary>
    public IReadOnlyList<ClassId> Classes => _classes ??= Array.AsReadOnly(Projects.SelectMany(static project => project.Classes).ToArray());

    /// <summary>The stamp of the latest generation of positions.</summary>
    internal ulong Stamp { get; }

    /// <summary>How many positions were ever given.</summary>
    internal int Total => _total;

    /// <summary>All projects that ever were, in the order of their names.</summary>
    internal IReadOnlyList<ProjectClasses> AllProjects => _all;

    /// <summary>One project's classes.</summary>
    /// <exception cref="KeyNotFoundException">There is no such project; the message names near ones.</exception>
    public CodeProject Project(string name) => TryGetProject(name, out var project) ? project : throw MissingProject(name);

    /// <summary>Finds one project's classes.</summary>
    public bool TryGetProject(string name, [NotNullWhen(true)] out CodeProject? project)
    {
        ArgumentNullException.ThrowIfNull(name);
        project = Projects.FirstOrDefault(project => project.Name == name);
        return project is not null;
    }

    /// <summary>The key of a class. Together with <see cref="ClassIdOf(ClassKey)"/> a mapping both ways that misses no class.</summary>
    /// <exception cref="UninitializedIdException">The id is a default value.</exception>
    /// <exception cref="ForeignIdException">The id was given by another database, or after this snapshot.</exception>
    /// <exception cref="RemovedClassException">The class was removed; the exception says which it was.</exception>
    public ClassKey KeyOf(ClassId id)
    {
        var (table, offset, _) = Resolve(id);
        return table.IsRemovedAt(offset) ? throw new RemovedClassException(table.Keys[offset]) : table.Keys[offset];
    }

    /// <summary>The key of a class; false when the class was removed.</summary>
    /// <exception cref="UninitializedIdException">The id is a default value.</exception>
    /// <exception cref="ForeignIdException">The id was given by another database, or after this snapshot.</exception>
    public bool TryGetKey(ClassId id, [NotNullWhen(true)] out ClassKey? key)
    {
        var (table, offset, _) = Resolve(id);
        key = table.IsRemovedAt(offset) ? null : table.Keys[offset];
        return key is not null;
    }

    /// <summary>The id of a class.</summary>
    /// <exception cref="KeyNotFoundException">There is no such class; the message names near ones.</exception>
    public ClassId ClassIdOf(ClassKey key) => TryGetClassId(key, out var id) ? id : throw Missing(key);

    /// <summary>Finds the id of a class.</summary>
    public bool TryGetClassId(ClassKey key, out ClassId id)
    {
        ArgumentNullException.ThrowIfNull(key);
        var slots = _slots;
        for (var i = (int)key.ProjectHash & (slots.Length - 1); ; i = (i + 1) & (slots.Length - 1))
        {
            var project = slots[i];
            if (project is null)
            {
                id = default;
                return false;
            }

            if (project.NameHash != key.ProjectHash || project.Name != key.Project) continue;
            var offset = project.Table.Find(key);
            id = offset < 0 ? default : project.IdAt(offset);
            return offset >= 0;
        }
    }

    /// <summary>The record of a class that one of the loaded registries declares.</summary>
    /// <exception cref="KeyNotFoundException">No registry declares the class: it is known by its key alone.</exception>
    /// <exception cref="UninitializedIdException">The id is a default value.</exception>
    /// <exception cref="ForeignIdException">The id was given by another database, or after this snapshot.</exception>
    /// <exception cref="RemovedClassException">The class was removed.</exception>
    public ModuleRecord ModuleOf(ClassId id) => TryGetModule(id, out var module)
        ? module
        : throw new KeyNotFoundException($"There is no record of '{KeyOf(id)}': no registry that declares the class was loaded, it is known by its key alone.");

    /// <summary>Finds the record of a class; false when no registry declares it.</summary>
    /// <exception cref="UninitializedIdException">The id is a default value.</exception>
    /// <exception cref="ForeignIdException">The id was given by another database, or after this snapshot.</exception>
    /// <exception cref="RemovedClassException">The class was removed.</exception>
    public bool TryGetModule(ClassId id, [NotNullWhen(true)] out ModuleRecord? module)
    {
        var (table, offset, project) = Resolve(id);
        var key = table.Keys[offset];
        if (table.IsRemovedAt(offset)) throw new RemovedClassException(key);
        module = key.Origin == ClassOrigin.Source && project.Registry is { } registry && registry.TryFindModule(key.MetadataName, out var found) ? found : null;
        return module is not null;
    }

    /// <summary>
    /// The run-time type of a class that one of the loaded registries declares, of a generic one the definition; null where
    /// <see cref="ModuleRecord.RuntimeType"/> is, and where no registry declares the class.
    /// </summary>
    /// <exception cref="UninitializedIdException">The id is a default value.</exception>
    /// <exception cref="ForeignIdException">The id was given by another database, or after this snapshot.</exception>
    /// <exception cref="RemovedClassException">The class was removed.</exception>
    public Type? TypeOf(ClassId id) => TryGetModule(id, out var module) ? module.RuntimeType : null;

    /// <summary>Revision and counts: <c>revision 3: 120 classes of 4 projects</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"revision {Revision}: {Count} classes of {Projects.Count} projects");

    /// <summary>Lets go of everything that can be computed again besides the projects' interned tables.</summary>
    internal void ForgetLists()
    {
        _classes = null;
        _projects = null;
        _types = new TypeTable();
    }

    /// <summary>The project that has a position, and the place of the class there.</summary>
    private (ProjectTable Table, int Offset, ProjectClasses Project) Resolve(ClassId id)
    {
        if (id.IsNone) throw new UninitializedIdException();
        var position = id.Ordinal - 1;
        if (position < _total)
        {
            var segment = Array.BinarySearch(_starts, position);
            var (project, range) = _segments[segment < 0 ? ~segment - 1 : segment];
            if (range.Stamp == id.Stamp) return (project.Table, position - range.Start + range.Offset, project);
        }

        throw new ForeignIdException(FormattableString.Invariant(
            $"The id was given by another database, or after revision {Revision}, which this snapshot shows. Take ids across by their keys: KeyOf there, ClassIdOf here."));
    }

    private KeyNotFoundException Missing(ClassKey key)
    {
        if (!TryGetProject(key.Project, out var project)) return MissingProject(key.Project);
        return project.Missing(key.ToString(), key.MetadataName);
    }

    private KeyNotFoundException MissingProject(string name) =>
        new($"There is no project '{name}' in the database.{NearKeys.Hint(name, Projects.Select(static project => project.Name))}");

    private static ProjectClasses?[] MakeSlots(ProjectClasses[] projects)
    {
        var slots = new ProjectClasses?[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, projects.Length * 2))];
        foreach (var project in projects.Where(static project => !project.IsRemoved))
        {
            var i = (int)project.NameHash & (slots.Length - 1);
            while (slots[i] is not null) i = (i + 1) & (slots.Length - 1);
            slots[i] = project;
        }

        return slots;
    }
}
