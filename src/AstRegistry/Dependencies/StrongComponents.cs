namespace AstRegistry.Dependencies;

/// <summary>Which nodes of a graph reach each other. Nodes on a common circle are in one component, every other node is alone in its own.</summary>
/// <remarks>Tarjan's algorithm of 1972, with a stack of its own in place of recursion, so that long chains do no harm.</remarks>
internal sealed class StrongComponents
{
    private readonly int[] _components;
    private readonly int[] _found;
    private readonly int[] _low;
    private readonly int[] _next;
    private readonly Stack<int> _path = new();
    private readonly Stack<int> _open = new();
    private int _time;

    public StrongComponents(int[][] edges)
    {
        _components = new int[edges.Length];
        Array.Fill(_components, -1);
        _found = new int[edges.Length];
        _low = new int[edges.Length];
        _next = new int[edges.Length];
        for (var node = 0; node < edges.Length; node++)
        {
            if (_found[node] == 0) Visit(edges, node);
        }
    }

    public int Count { get; private set; }

    /// <summary>The number of a node's component.</summary>
    public int this[int node] => _components[node];

    private void Visit(int[][] edges, int start)
    {
        Enter(start);
        while (_path.TryPeek(out var node))
        {
            if (_next[node] == edges[node].Length)
            {
                Leave(node);
                continue;
            }

            var target = edges[node][_next[node]++];
            if (_found[target] == 0) Enter(target);
            else if (_components[target] < 0) _low[node] = Math.Min(_low[node], _found[target]);
        }
    }

    private void Enter(int node)
    {
        _found[node] = _low[node] = ++_time;
        _path.Push(node);
        _open.Push(node);
    }

    private void Leave(int node)
    {
        _path.Pop();
        if (_path.TryPeek(out var above)) _low[above] = Math.Min(_low[above], _low[node]);
        if (_low[node] != _found[node]) return;
        while (_components[node] < 0) _components[_open.Pop()] = Count;
        Count++;
    }
}
