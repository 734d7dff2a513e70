namespace AstRegistry.Layers;

/// <summary>Walks along dependencies, depth first, without recursion: chains may be as long as a layer has elements.</summary>
internal static class DependencyWalk
{
    /// <summary>A way from an element back to itself, or null where no start leads to one.</summary>
    public static IReadOnlyList<EntryId>? FindCycle(IEnumerable<EntryId> starts, Func<EntryId, EntryId[]> dependenciesOf) => Walk(starts, dependenciesOf, null);

    /// <summary>All that an element depends on, directly or not, each behind what it depends on itself. There is no cycle.</summary>
    public static IReadOnlyList<EntryId> InOrder(EntryId start, Func<EntryId, EntryId[]> dependenciesOf)
    {
        var done = new List<EntryId>();
        Walk([start], dependenciesOf, done);
        done.RemoveAt(done.Count - 1);
        return done;
    }

    private static List<EntryId>? Walk(IEnumerable<EntryId> starts, Func<EntryId, EntryId[]> dependenciesOf, List<EntryId>? done)
    {
        var isOpen = new Dictionary<EntryId, bool>();
        var way = new Stack<(EntryId Id, EntryId[] Dependencies, int Next)>();
        foreach (var start in starts)
        {
            if (isOpen.TryAdd(start, true)) way.Push((start, dependenciesOf(start), 0));
            while (way.TryPop(out var step))
            {
                if (step.Next == step.Dependencies.Length)
                {
                    isOpen[step.Id] = false;
                    done?.Add(step.Id);
                    continue;
                }

                way.Push(step with { Next = step.Next + 1 });
                var next = step.Dependencies[step.Next];
                if (isOpen.TryAdd(next, true)) way.Push((next, dependenciesOf(next), 0));
                else if (isOpen[next]) return PathBackTo(next, way);
            }
        }

        return null;
    }

    private static List<EntryId> PathBackTo(EntryId id, Stack<(EntryId Id, EntryId[] Dependencies, int Next)> way)
    {
        var path = new List<EntryId> { id };
        while (way.TryPop(out var step))
        {
            path.Add(step.Id);
            if (step.Id == id) break;
        }

        path.Reverse();
        return path;
    }
}
