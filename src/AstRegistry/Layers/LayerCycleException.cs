namespace AstRegistry;

/// <summary>Elements of a layer would depend on themselves. Nothing was changed.</summary>
public sealed class LayerCycleException : InvalidOperationException
{
    /// <summary>Makes an exception without particulars.</summary>
    public LayerCycleException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public LayerCycleException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public LayerCycleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception with the way around.</summary>
    /// <param name="path">Each element, followed by one that it depends on; the first is the last as well.</param>
    public LayerCycleException(IReadOnlyList<EntryId> path)
        : base($"Elements would depend on themselves: {string.Join(" → ", path)}.") =>
        Path = path;

    /// <summary>Each element, followed by one that it depends on; the first is the last as well.</summary>
    public IReadOnlyList<EntryId> Path { get; } = [];
}
