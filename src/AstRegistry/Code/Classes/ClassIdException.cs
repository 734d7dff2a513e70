namespace AstRegistry;

/// <summary>An id of a class was used where it names nothing. The derived types say why.</summary>
public class ClassIdException : ArgumentException
{
    /// <summary>Makes an exception with a message of its own.</summary>
    public ClassIdException()
        : base("The id of a class names nothing here.")
    {
    }

    /// <summary>Makes an exception.</summary>
    public ClassIdException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public ClassIdException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
