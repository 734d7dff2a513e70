using AstRegistry.Code;
using AstRegistry.Identity;

namespace AstRegistry;

public sealed partial class CodeDatabase
{
    /// <summary>Takes up another registry of a project, or the registry of a new project.</summary>
    /// <remarks>
    /// Classes that stay keep their ids, newcomers get ids behind all others, in the order of their keys, and the ids of classes that go are
    /// never given again: a class that goes and comes back has a fresh one. What the project has from references and the framework stays.
    /// </remarks>
    /// <param name="registry">The project's new registry.</param>
    /// <exception cref="PackedDataException">An inventory cannot be read; the database stays as it was.</exception>
    public CodeRevision Apply(CodeRegistry registry) => Apply(ClassInventory.Of(registry));

    /// <summary>Takes up what a project has now of some origins; what it has of other origins stays.</summary>
    /// <param name="inventories">Inventories of one project. They take the place of all that it had of their origins.</param>
    /// <inheritdoc cref="Apply(CodeRegistry)"/>
    /// <exception cref="ArgumentException">There is none, they are of several projects, or one key comes twice; the database stays as it was.</exception>
    public CodeRevision Apply(params ClassInventory[] inventories)
    {
        ArgumentNullException.ThrowIfNull(inventories);
        if (inventories.Length == 0) throw new ArgumentException("A revision needs an inventory, possibly an empty one.", nameof(inventories));
        var project = inventories[0].Project;
        if (Array.Find(inventories, inventory => inventory.Project != project) is { } other)
        {
            throw new ArgumentException($"A revision is of one project, but these inventories are of '{project}' and of '{other.Project}'.", nameof(inventories));
        }

        lock (_writing)
        {
            var known = FindProject(project);
            var kept = known?.Inventories.Where(old => Array.TrueForAll(inventories, inventory => inventory.Origin != old.Origin)) ?? [];
            return Revise(project, known, ProjectClasses.Arrange(kept.Concat(inventories)));
        }
    }

    /// <summary>Removes a project with all its classes.</summary>
    /// <param name="project">The project's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such project.</exception>
    public CodeRevision Remove(string project)
    {
        ArgumentNullException.ThrowIfNull(project);
        lock (_writing)
        {
            _ = _snapshot.Project(project);
            return Revise(project, FindProject(project), []);
        }
    }

    private ProjectClasses? FindProject(string name) => _snapshot.AllProjects.FirstOrDefault(project => project.Name == name);

    private CodeRevision Revise(string name, ProjectClasses? known, ClassInventory[] inventories)
    {
        if (known?.WithSameClasses(inventories) is { } same) return Publish(known, same, _snapshot.Stamp, [], []);
        var old = known?.Table ?? new ProjectTable([], null);
        var computed = ProjectClasses.ComputeKeys(inventories);
        var isRemoved = new bool[old.Keys.Length];
        Array.Fill(isRemoved, true);
        var added = new List<ClassKey>();
        foreach (var key in computed)
        {
            var offset = old.Find(key);
            if (offset < 0) added.Add(key);
            else isRemoved[offset] = false;
        }

        var removed = old.Sort().Where(offset => isRemoved[offset]).Select(offset => old.Keys[offset]).ToArray();
        var stamp = added.Count == 0 ? _snapshot.Stamp : StampOf(_snapshot.Stamp, name, added);
        PositionRange[] ranges = known?.Ranges ?? [];
        if (added.Count > 0) ranges = [.. ranges, new PositionRange(stamp, _snapshot.Total, old.Keys.Length, added.Count)];
        var table = new ProjectTable([.. old.Keys, .. added], Array.Exists(isRemoved, static gone => gone) ? [.. isRemoved, .. new bool[added.Count]] : null);
        return Publish(known, new ProjectClasses(name, inventories, ranges, table), stamp, added.ToArray(), removed);
    }

    /// <summary>Makes a project's new classes visible, in one step.</summary>
    private CodeRevision Publish(ProjectClasses? known, ProjectClasses revised, ulong stamp, ClassKey[] added, ClassKey[] removed)
    {
        var others = _snapshot.AllProjects.Where(project => project != known);
        var next = new CodeSnapshot(
            _snapshot.Revision + 1, stamp, [.. others.Append(revised).OrderBy(static project => project.Name, Comparer<string>.Create(ClassKeyText.Compare))]);
        Volatile.Write(ref _snapshot, next);
        return new CodeRevision(revised.Name, next, Array.AsReadOnly(added), Array.AsReadOnly(removed));
    }

    /// <summary>The stamp of the positions that a revision gives. What went does not enter, because it decides no position.</summary>
    private static ulong StampOf(ulong before, string project, List<ClassKey> added)
    {
        var stamp = StableHash.Add(before, StableHash.OfText(project));
        return StableHash.Finish(added.Aggregate(stamp, static (hash, key) => StableHash.Add(hash, key.NameHash)));
    }
}
