namespace AstRegistry;

/// <summary>An id of a store was used after the store was cleared.</summary>
public sealed class StaleIdException : ClassIdException
{
    /// <summary>Makes an exception with a message of its own.</summary>
    public StaleIdException()
        : base("The id was given before its store was cleared.")
    {
    }

    /// <summary>Makes an exception.</summary>
    public StaleIdException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public StaleIdException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
