namespace AstRegistry.Complexity;

/// <summary>Counts the distinct lines of stretches that come in document order.</summary>
internal struct LineCounter
{
    private int _first;
    private int _next;

    /// <summary>How many different lines there were.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the lines of one stretch, both ends included.</summary>
    public void Add(int first, int last)
    {
        if (first < _next) first = _next;
        if (first > last) return;
        if (Count == 0) _first = first;
        Count += last - first + 1;
        _next = last + 1;
    }

    /// <summary>Adds all that another counter has counted behind this one's last stretch; the two may share a line.</summary>
    public void Append(in LineCounter later)
    {
        if (later.Count == 0) return;
        if (Count == 0) _first = later._first;
        Count += later._first < _next ? later.Count - 1 : later.Count;
        _next = later._next;
    }
}
