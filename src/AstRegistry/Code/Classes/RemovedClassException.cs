namespace AstRegistry;

/// <summary>The id names a class that a revision has removed. It is never given again, not even when the class comes back.</summary>
public sealed class RemovedClassException : ClassIdException
{
    /// <summary>Makes an exception with a message of its own.</summary>
    public RemovedClassException()
        : base("The class was removed.")
    {
    }

    /// <summary>Makes an exception.</summary>
    public RemovedClassException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public RemovedClassException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception that says which class it was.</summary>
    public RemovedClassException(ClassKey key)
        : base($"The class '{key}' was removed from the database. An id of a class that is gone is never given again; ask for the id by the key.")
    {
        Key = key;
    }

    /// <summary>The key that the class had; null when the exception was made without one.</summary>
    public ClassKey? Key { get; }
}
