using AstRegistry.Dependencies;

namespace AstRegistry;

public sealed partial class DependencyGraph
{
    /// <summary>All entries, each after those that it depends on; what is free in that comes in ordinal order of the ids.</summary>
    /// <exception cref="DependencyCycleException">Entries depend on each other in a circle; the exception has its path.</exception>
    public IReadOnlyList<EntryId> Sort() => Sort(_ids);

    /// <summary>Some entries, each once and after those that it depends on, also where entries between are not among them.</summary>
    /// <exception cref="DependencyCycleException">Entries depend on each other in a circle; the exception has its path.</exception>
    /// <exception cref="EntryNotFoundException">An entry is not there.</exception>
    public IReadOnlyList<EntryId> Sort(IEnumerable<EntryId> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var priorities = Priorities(ids);
        var order = TopologicalOrder.Of(_dependencies, priorities);
        return order.Count == Count ? Wanted(order, priorities) : throw new DependencyCycleException(CycleOutside(order));
    }

    /// <summary>As <see cref="Sort(IEnumerable{EntryId})"/>, but entries in a circle stand together in ordinal order of their ids.</summary>
    internal IReadOnlyList<EntryId> Arrange(IEnumerable<EntryId> ids)
    {
        var priorities = Priorities(ids);
        var order = TopologicalOrder.Of(_dependencies, priorities);
        return Wanted(order.Count == Count ? order : TopologicalOrder.OfComponents(_dependencies, priorities), priorities);
    }

    /// <summary>
    /// Wanted entries have their numbers. The others come before all of them, for they only stand between: as soon as one is free it makes way.
    /// </summary>
    private int[] Priorities(IEnumerable<EntryId> ids)
    {
        var priorities = new int[Count];
        Array.Fill(priorities, -1);
        foreach (var id in ids)
        {
            var number = NumberOf(id);
            priorities[number] = number;
        }

        return priorities;
    }

    private EntryId[] Wanted(List<int> order, int[] priorities) => [.. order.Where(number => priorities[number] >= 0).Select(number => _ids[number])];

    /// <summary>A circle among the entries that could not be ordered: from the least one always on to the least dependency, until one comes again.</summary>
    private List<EntryId> CycleOutside(List<int> order)
    {
        var isOpen = new bool[Count];
        Array.Fill(isOpen, true);
        foreach (var number in order) isOpen[number] = false;
        var places = new Dictionary<int, int>();
        var way = new List<int>();
        var node = Array.IndexOf(isOpen, true);
        while (places.TryAdd(node, way.Count))
        {
            way.Add(node);
            node = Array.Find(_dependencies[node], target => isOpen[target]);
        }

        var circle = way[places[node]..];
        var first = circle.IndexOf(circle.Min());
        return [.. circle[first..].Concat(circle[..first]).Append(circle[first]).Select(number => _ids[number])];
    }
}
