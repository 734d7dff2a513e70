using AstRegistry.Identity;

namespace AstRegistry.Code;

/// <summary>
/// The classes of one project as of one revision: what they are read from, the positions that were given to them, and, once a key is asked
/// for, their interned table. The table comes and goes with use and eviction; everything else never changes.
/// </summary>
internal sealed class ProjectClasses
{
    /// <summary>A <see cref="ProjectTable"/>; after an eviction the <see cref="InternedTable"/> to restore it from; null before it is first asked for.</summary>
    private object? _table;

    /// <summary>Puts a project together.</summary>
    /// <param name="name">The project's name.</param>
    /// <param name="inventories">What it has, in the order of <see cref="Arrange"/>; empty when the project was removed.</param>
    /// <param name="ranges">The positions that were given to its classes.</param>
    /// <param name="table">The interned classes, where they are known already.</param>
    public ProjectClasses(string name, ClassInventory[] inventories, PositionRange[] ranges, ProjectTable? table)
        : this(name, inventories, ranges, (object?)table)
    {
    }

    private ProjectClasses(string name, ClassInventory[] inventories, PositionRange[] ranges, object? table)
    {
        Name = name;
        NameHash = (uint)StableHash.OfText(name);
        Inventories = inventories;
        Ranges = ranges;
        Count = inventories.Sum(static inventory => inventory.Count);
        Registry = inventories.Select(static inventory => inventory.Registry).FirstOrDefault(static registry => registry is not null);
        _table = table;
    }

    public string Name { get; }

    /// <summary>What <see cref="ClassKey.ProjectHash"/> is of the project's keys.</summary>
    public uint NameHash { get; }

    public ClassInventory[] Inventories { get; }

    /// <summary>The positions of all classes that the project ever had, in ascending order.</summary>
    public PositionRange[] Ranges { get; }

    /// <summary>How many classes the project has.</summary>
    public int Count { get; }

    /// <summary>The registry that declares the project's own classes, or null.</summary>
    public CodeRegistry? Registry { get; }

    /// <summary>Whether the project was removed, so that all there is of it is the positions of its former classes.</summary>
    public bool IsRemoved => Inventories.Length == 0;

    /// <summary>The interned classes; the first to ask computes them.</summary>
    public ProjectTable Table => Volatile.Read(ref _table) as ProjectTable ?? Load();

    /// <summary>Sorts a project's inventories so that the same ones give the same order, and refuses those that do not go together.</summary>
    /// <exception cref="ArgumentException">Two inventories declare the project's own classes, or two hold the same key.</exception>
    public static ClassInventory[] Arrange(IEnumerable<ClassInventory> inventories)
    {
        ClassInventory[] sorted = [.. inventories.OrderBy(static inventory => inventory.Origin).ThenBy(static inventory => inventory.Module, StringComparer.Ordinal)
            .ThenBy(static inventory => inventory.ContentHash)];
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Origin != sorted[i - 1].Origin) continue;
            if (sorted[i].Origin == ClassOrigin.Source)
            {
                throw new ArgumentException($"Two projects are named '{sorted[i].Project}': {Describe(sorted[i - 1])} and {Describe(sorted[i])}. Give one of them another assembly name.", nameof(inventories));
            }
        }

        // Only what registries declare is packed, and that is alone in its origin: nothing is decoded here.
        foreach (var origin in sorted.GroupBy(static inventory => inventory.Origin).Where(static origin => origin.Skip(1).Any())) _ = Merge(origin);
        return sorted;
    }

    /// <summary>The project with its classes as they are computed from its inventories, in the order of the keys.</summary>
    public static ClassKey[] ComputeKeys(IEnumerable<ClassInventory> inventories) =>
        [.. inventories.GroupBy(static inventory => inventory.Origin).OrderBy(static origin => origin.Key).SelectMany(static origin => Merge(origin))];

    /// <summary>The project with other inventories of the same classes, as after an edit inside bodies: nothing is decoded; null where the classes differ.</summary>
    public ProjectClasses? WithSameClasses(ClassInventory[] inventories)
    {
        if (inventories.Length != Inventories.Length) return null;
        for (var i = 0; i < inventories.Length; i++)
        {
            if (!inventories[i].HasSameClasses(Inventories[i])) return null;
        }

        return new ProjectClasses(Name, inventories, Ranges, Volatile.Read(ref _table));
    }

    /// <summary>The id of a class by its place in <see cref="ProjectTable.Keys"/>.</summary>
    public ClassId IdAt(int offset)
    {
        var ranges = Ranges;
        int low = 0, high = ranges.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (ranges[middle].Offset <= offset) low = middle;
            else high = middle - 1;
        }

        return ranges[low].IdAt(offset);
    }

    /// <summary>Saves the interned table and makes it again aside, which must give the same; null when there is none in memory.</summary>
    /// <exception cref="InternedTableMismatchException">It gives something else.</exception>
    public InternedTable? PrepareEviction()
    {
        if (Volatile.Read(ref _table) is not ProjectTable table) return null;
        var saved = InternedTable.Save(table, Ranges);
        var restored = saved.Restore(Name, ComputeKeys(Inventories), Ranges);
        for (var i = 0; i < table.Keys.Length; i++)
        {
            if (table.Keys[i] != restored.Keys[i]) throw new InternedTableMismatchException(Name, $"'{restored.Keys[i]}' stands where '{table.Keys[i]}' was");
        }

        return saved;
    }

    /// <summary>Lets the table go; who asks for it next restores it.</summary>
    public void Evict(InternedTable saved) => Volatile.Write(ref _table, saved);

    private ProjectTable Load()
    {
        while (true)
        {
            var seen = Volatile.Read(ref _table);
            if (seen is ProjectTable table) return table;
            var keys = ComputeKeys(Inventories);
            var loaded = seen is InternedTable saved ? saved.Restore(Name, keys, Ranges) : new ProjectTable(keys, isRemoved: null);
            if (ReferenceEquals(Interlocked.CompareExchange(ref _table, loaded, seen), seen)) return loaded;
        }
    }

    private static ClassKey[] Merge(IEnumerable<ClassInventory> origin)
    {
        ClassKey[] keys = [.. origin.SelectMany(static inventory => inventory.GetKeys())];
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i - 1].CompareTo(keys[i]) < 0) continue;
            Array.Sort(keys);
            break;
        }

        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] == keys[i - 1]) throw ClassInventory.Twice(keys[i], nameof(origin));
        }

        return keys;
    }

    private static string Describe(ClassInventory inventory) => inventory.Registry is { } registry
        ? FormattableString.Invariant($"the registry in assembly '{registry.Buckets.Origin}' ({inventory.Count} classes)")
        : FormattableString.Invariant($"an inventory of {inventory.Count} names");
}
