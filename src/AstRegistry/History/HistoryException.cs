namespace AstRegistry;

/// <summary>A history cannot do what it was asked. What was durable before still is.</summary>
public class HistoryException : Exception
{
    /// <summary>Makes an exception without particulars.</summary>
    public HistoryException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public HistoryException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public HistoryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception with its reason.</summary>
    public HistoryException(HistoryFault fault, string message, Exception? innerException = null)
        : base(message, innerException) =>
        Fault = fault;

    /// <summary>The reason.</summary>
    public HistoryFault Fault { get; }
}
