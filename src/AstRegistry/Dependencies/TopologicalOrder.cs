namespace AstRegistry.Dependencies;

/// <summary>Orders numbered nodes so that each comes after those that it depends on.</summary>
internal static class TopologicalOrder
{
    /// <summary>
    /// The nodes in order; among those that are free the one with the least priority comes first, among equals the one with the least number. Without the
    /// nodes of circles and what depends on them.
    /// </summary>
    public static List<int> Of(int[][] dependencies, int[] priorities)
    {
        var dependents = Invert(dependencies);
        var waiting = Array.ConvertAll(dependencies, static targets => targets.Length);
        var free = new PriorityQueue<int, (int, int)>();
        for (var node = 0; node < waiting.Length; node++)
        {
            if (waiting[node] == 0) free.Enqueue(node, (priorities[node], node));
        }

        var order = new List<int>(dependencies.Length);
        while (free.TryDequeue(out var node, out _))
        {
            order.Add(node);
            foreach (var dependent in dependents[node])
            {
                if (--waiting[dependent] == 0) free.Enqueue(dependent, (priorities[dependent], dependent));
            }
        }

        return order;
    }

    /// <summary>All nodes in order, where the nodes of a circle stand together by number, at the place of the one with the least priority that is not negative.</summary>
    public static List<int> OfComponents(int[][] dependencies, int[] priorities)
    {
        var components = new StrongComponents(dependencies);
        var members = new List<int>[components.Count];
        var leads = new int[components.Count];
        Array.Fill(leads, -1);
        for (var node = 0; node < dependencies.Length; node++)
        {
            var component = components[node];
            (members[component] ??= []).Add(node);
            if (leads[component] < 0) leads[component] = priorities[node];
        }

        var between = Array.ConvertAll(members, nodes => nodes
            .SelectMany(node => dependencies[node])
            .Select(node => components[node])
            .Distinct()
            .Where(target => target != components[nodes[0]])
            .ToArray());
        return [.. Of(between, leads).SelectMany(component => members[component])];
    }

    /// <summary>For each node those that depend on it, by number.</summary>
    public static int[][] Invert(int[][] dependencies)
    {
        var counts = new int[dependencies.Length];
        foreach (var targets in dependencies)
        {
            foreach (var target in targets) counts[target]++;
        }

        var dependents = Array.ConvertAll(counts, static count => count == 0 ? [] : new int[count]);
        Array.Clear(counts);
        for (var node = 0; node < dependencies.Length; node++)
        {
            foreach (var target in dependencies[node]) dependents[target][counts[target]++] = node;
        }

        return dependents;
    }
}
