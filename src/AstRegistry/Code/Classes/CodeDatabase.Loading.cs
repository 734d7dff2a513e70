using AstRegistry.Code;
using AstRegistry.Identity;

namespace AstRegistry;

public sealed partial class CodeDatabase
{
    /// <summary>Loads the registries of some projects. A registry that is given twice counts once.</summary>
    /// <exception cref="ArgumentException">Two registries are of projects with one name.</exception>
    /// <exception cref="PackedDataException">An inventory cannot be read.</exception>
    public static CodeDatabase Load(params CodeRegistry[] registries) => Load(registries, []);

    /// <summary>Loads the registries of some projects, and beside them classes that no registry holds. A registry that is given twice counts once.</summary>
    /// <param name="registries">The registries.</param>
    /// <param name="inventories">Classes of references and of the framework.</param>
    /// <exception cref="ArgumentException">Two projects have one name, or a project has one key twice.</exception>
    /// <exception cref="PackedDataException">An inventory cannot be read.</exception>
    public static CodeDatabase Load(IEnumerable<CodeRegistry> registries, params ClassInventory[] inventories)
    {
        ArgumentNullException.ThrowIfNull(registries);
        ArgumentNullException.ThrowIfNull(inventories);
        return Load(registries.Distinct().Select(ClassInventory.Of).Concat(inventories));
    }

    /// <summary>Loads the classes of some projects.</summary>
    /// <param name="inventories">What the projects have, in any order; a project may have several of one origin, which differ in their modules.</param>
    /// <exception cref="ArgumentException">Two projects have one name, or a project has one key twice.</exception>
    public static CodeDatabase Load(IEnumerable<ClassInventory> inventories)
    {
        ArgumentNullException.ThrowIfNull(inventories);
        var loaded = Group(inventories);
        var stamp = StampOf(loaded);
        var projects = new List<ProjectClasses>();
        var start = 0;
        foreach (var (name, arranged) in loaded)
        {
            var count = arranged.Sum(static inventory => inventory.Count);
            projects.Add(new ProjectClasses(name, arranged, count == 0 ? [] : [new PositionRange(stamp, start, 0, count)], table: null));
            start += count;
        }

        return new CodeDatabase(new CodeSnapshot(0, stamp, [.. projects]));
    }

    /// <summary>The stamp of the positions that are given at loading: a hash of everything that decides which key each of them has.</summary>
    private static ulong StampOf(SortedDictionary<string, ClassInventory[]> loaded)
    {
        var stamp = StableHash.Seed;
        foreach (var (name, inventories) in loaded)
        {
            stamp = StableHash.Add(stamp, StableHash.OfText(name));
            foreach (var inventory in inventories)
            {
                stamp = StableHash.Add(stamp, ((ulong)inventory.Count << 2) | (ulong)inventory.Origin);
                stamp = StableHash.Add(stamp, StableHash.OfText(inventory.Module ?? ""));
                stamp = StableHash.Add(stamp, inventory.ContentHash);
            }
        }

        return StableHash.Finish(stamp);
    }

    /// <summary>The inventories of each project, the projects sorted by name as their keys are.</summary>
    private static SortedDictionary<string, ClassInventory[]> Group(IEnumerable<ClassInventory> inventories)
    {
        var sorted = new SortedDictionary<string, ClassInventory[]>(Comparer<string>.Create(ClassKeyText.Compare));
        foreach (var project in inventories.Select(static inventory => inventory ?? throw new ArgumentNullException(nameof(inventories))).GroupBy(static inventory => inventory.Project, StringComparer.Ordinal))
        {
            sorted.Add(project.Key, ProjectClasses.Arrange(project));
        }

        return sorted;
    }
}
