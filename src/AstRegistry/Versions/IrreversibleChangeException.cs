namespace AstRegistry;

/// <summary>A change was to be undone that does not know what was there before.</summary>
public sealed class IrreversibleChangeException : InvalidOperationException
{
    /// <summary>Makes an exception without particulars.</summary>
    public IrreversibleChangeException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public IrreversibleChangeException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public IrreversibleChangeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal IrreversibleChangeException(RegistryOperation operation)
        : base($"'{operation}' cannot be reversed: it does not carry the entry as it was before. Give the original when making the operation, or take the change set that a commit returned.") =>
        Operation = operation;

    internal IrreversibleChangeException(RegistryOperation operation, int place)
        : base(FormattableString.Invariant($"Operation {place}, '{operation}', cannot be reversed: it does not carry the entry as it was before. Give the original when making the operation, or take the change set that a commit returned."))
    {
        Operation = operation;
        Place = place;
    }

    /// <summary>The operation that cannot be undone, if known.</summary>
    public RegistryOperation? Operation { get; }

    /// <summary>The place of the operation in its change set, counted from 0, if it is of one.</summary>
    public int? Place { get; }
}
