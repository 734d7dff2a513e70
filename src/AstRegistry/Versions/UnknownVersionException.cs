namespace AstRegistry;

/// <summary>A version was asked for that the tree does not hold.</summary>
public sealed class UnknownVersionException : KeyNotFoundException
{
    /// <summary>Makes an exception without particulars.</summary>
    public UnknownVersionException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public UnknownVersionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public UnknownVersionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal UnknownVersionException(long revision, string message)
        : base(message) => Revision = revision;

    /// <summary>The revision that was asked for.</summary>
    public long Revision { get; }
}
