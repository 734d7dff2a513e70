namespace AstRegistry;

/// <summary>An id that was never given was used: <c>default</c> or <c>None</c>.</summary>
public sealed class UninitializedIdException : ClassIdException
{
    /// <summary>Makes an exception with a message of its own.</summary>
    public UninitializedIdException()
        : base("The id is a default value: it was never given by a database or a store.")
    {
    }

    /// <summary>Makes an exception.</summary>
    public UninitializedIdException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public UninitializedIdException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
