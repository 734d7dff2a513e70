namespace AstRegistry;

/// <summary>A text is no topic pattern.</summary>
public sealed class TopicPatternException : FormatException
{
    /// <summary>Makes an exception without particulars.</summary>
    public TopicPatternException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public TopicPatternException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public TopicPatternException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal TopicPatternException(string pattern, int column, string reason)
        : base(FormattableString.Invariant($"The pattern '{pattern}' is wrong in column {column}: {reason}"))
    {
        Pattern = pattern;
        Column = column;
    }

    /// <summary>The text.</summary>
    public string Pattern { get; } = "";

    /// <summary>Where it is wrong; the first character stands in column 1.</summary>
    public int Column { get; }
}
