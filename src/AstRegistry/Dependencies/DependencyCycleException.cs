namespace AstRegistry;

/// <summary>Entries depend on each other in a circle, so none of them can come first.</summary>
public sealed class DependencyCycleException : InvalidOperationException
{
    private const int MostNamed = 20;

    /// <summary>Makes an exception without particulars.</summary>
    public DependencyCycleException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public DependencyCycleException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public DependencyCycleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal DependencyCycleException(IReadOnlyList<EntryId> path)
        : base($"Entries depend on each other in a circle: {Describe(path)}. Take one of these references away.") => Path = path;

    /// <summary>The circle: each entry depends on the one behind it, and the last is the first again. Begins with the least id.</summary>
    public IReadOnlyList<EntryId> Path { get; } = [];

    private static string Describe(IReadOnlyList<EntryId> path)
    {
        if (path.Count <= MostNamed + 1) return string.Join(" → ", path);
        return FormattableString.Invariant($"{string.Join(" → ", path.Take(MostNamed))} → … ({path.Count - 1} entries) → {path[^1]}");
    }
}
