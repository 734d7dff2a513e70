namespace AstRegistry;

/// <summary>
/// Packed registry data cannot be read: it is of another format version, cut off, or damaged. The message says which form, where, and what
/// was expected.
/// </summary>
public sealed class PackedDataException : FormatException
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public PackedDataException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public PackedDataException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public PackedDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
