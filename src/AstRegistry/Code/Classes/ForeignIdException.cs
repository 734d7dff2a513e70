namespace AstRegistry;

/// <summary>An id was used where it was not given: in another database or store, or in a snapshot that is older than the id.</summary>
public sealed class ForeignIdException : ClassIdException
{
    /// <summary>Makes an exception with a message of its own.</summary>
    public ForeignIdException()
        : base("The id was given elsewhere.")
    {
    }

    /// <summary>Makes an exception.</summary>
    public ForeignIdException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public ForeignIdException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
