namespace AstRegistry;

/// <summary>A batch was to be committed, but its parent is closed. The batch is still open: it can be read and discarded.</summary>
public sealed class LayerParentClosedException : InvalidOperationException
{
    /// <summary>Makes an exception without particulars.</summary>
    public LayerParentClosedException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public LayerParentClosedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public LayerParentClosedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
