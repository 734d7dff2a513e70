using System.Diagnostics;
using AstRegistry.Dependencies;
using AstRegistry.Snapshots;

namespace AstRegistry;

/// <summary>What the entries of one snapshot depend on. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class DependencyGraph
{
    // Entries are numbered in ordinal order of their ids, so that comparing numbers is comparing ids.
    private readonly EntryId[] _ids;
    private readonly Dictionary<EntryId, int> _numbers;
    private readonly int[][] _dependencies;
    private int[][]? _dependents;

    private DependencyGraph(EntryId[] ids, Dictionary<EntryId, int> numbers, int[][] dependencies, IReadOnlyList<MissingDependency> missing)
    {
        _ids = ids;
        _numbers = numbers;
        _dependencies = dependencies;
        Missing = missing;
    }

    /// <summary>How many entries there are.</summary>
    public int Count => _ids.Length;

    /// <summary>The entries in ordinal order of their ids.</summary>
    public IReadOnlyList<EntryId> Ids => Array.AsReadOnly(_ids);

    /// <summary>What entries name that is not there, in ordinal order of the entries.</summary>
    public IReadOnlyList<MissingDependency> Missing { get; }

    private int[][] Dependents => _dependents ??= TopologicalOrder.Invert(_dependencies);

    /// <summary>What an entry depends on directly, in ordinal order of the ids.</summary>
    /// <exception cref="EntryNotFoundException">The entry is not there.</exception>
    public IReadOnlyList<EntryId> DependenciesOf(EntryId id) => IdsOf(_dependencies[NumberOf(id)]);

    /// <summary>What depends on an entry directly, in ordinal order of the ids.</summary>
    /// <exception cref="EntryNotFoundException">The entry is not there.</exception>
    public IReadOnlyList<EntryId> DependentsOf(EntryId id) => IdsOf(Dependents[NumberOf(id)]);

    /// <summary>What an entry depends on, directly or through others, in ordinal order of the ids; without the entry itself.</summary>
    /// <exception cref="EntryNotFoundException">The entry is not there.</exception>
    public IReadOnlyList<EntryId> AllDependenciesOf(EntryId id) => IdsOf(Reach(_dependencies, NumberOf(id)));

    /// <summary>What depends on an entry, directly or through others, in ordinal order of the ids; without the entry itself.</summary>
    /// <exception cref="EntryNotFoundException">The entry is not there.</exception>
    public IReadOnlyList<EntryId> AllDependentsOf(EntryId id) => IdsOf(Reach(Dependents, NumberOf(id)));

    /// <summary>Number of entries and dependencies.</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} entries, {_dependencies.Sum(static targets => targets.Length)} dependencies, {Missing.Count} missing");

    /// <summary>Reads entries and, beginning with them, what they depend on.</summary>
    internal static DependencyGraph Read(DependencyResolver resolver, EntryTable<RegistryEntry> table, IEnumerable<RegistryEntry> entries)
    {
        var reader = new DependencyReader(resolver, table);
        var targets = new Dictionary<EntryId, EntryId[]>();
        var missing = new List<MissingDependency>();
        var found = new HashSet<EntryId>();
        var open = new Stack<RegistryEntry>(entries);
        while (open.TryPop(out var entry))
        {
            if (targets.ContainsKey(entry.Id)) continue;
            found.Clear();
            reader.Read(entry, found, missing);
            targets.Add(entry.Id, [.. found]);
            foreach (var id in found)
            {
                if (!targets.ContainsKey(id) && table.TryGet(id, out var target)) open.Push(target);
            }
        }

        return Number(targets, missing);
    }

    private static DependencyGraph Number(Dictionary<EntryId, EntryId[]> targets, List<MissingDependency> missing)
    {
        EntryId[] ids = [.. targets.Keys];
        Array.Sort(ids);
        var numbers = new Dictionary<EntryId, int>(ids.Length);
        for (var i = 0; i < ids.Length; i++) numbers.Add(ids[i], i);
        var dependencies = Array.ConvertAll(ids, id => Array.ConvertAll(targets[id], target => numbers[target]));
        foreach (var numbered in dependencies) Array.Sort(numbered);
        return new(ids, numbers, dependencies, [.. missing.OrderBy(item => numbers[item.Entry])]);
    }

    private static int[] Reach(int[][] edges, int start)
    {
        var isReached = new bool[edges.Length];
        var open = new Stack<int>();
        open.Push(start);
        while (open.TryPop(out var node))
        {
            foreach (var target in edges[node])
            {
                if (isReached[target]) continue;
                isReached[target] = true;
                open.Push(target);
            }
        }

        isReached[start] = false;
        return [.. Enumerable.Range(0, edges.Length).Where(node => isReached[node])];
    }

    private EntryId[] IdsOf(int[] numbers) => Array.ConvertAll(numbers, number => _ids[number]);

    private int NumberOf(EntryId id) => _numbers.TryGetValue(id, out var number) ? number : throw new EntryNotFoundException(id, []);
}
