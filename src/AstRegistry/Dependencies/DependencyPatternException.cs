namespace AstRegistry;

/// <summary>The path of a <see cref="DependencyPattern"/> is malformed.</summary>
public sealed class DependencyPatternException : FormatException
{
    /// <summary>Makes an exception without particulars.</summary>
    public DependencyPatternException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public DependencyPatternException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public DependencyPatternException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal DependencyPatternException(string path, int column, string fault)
        : base(FormattableString.Invariant($"The path '{path}' is malformed at column {column}: {fault}"))
    {
        Path = path;
        Column = column;
    }

    /// <summary>The path.</summary>
    public string Path { get; } = "";

    /// <summary>Where it is malformed, counted from 1; one more than its length where something is missing at the end.</summary>
    public int Column { get; }
}
