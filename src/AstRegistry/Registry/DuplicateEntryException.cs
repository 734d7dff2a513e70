namespace AstRegistry;

/// <summary>An entry was to be added that is there already. Nothing was changed.</summary>
public sealed class DuplicateEntryException : InvalidOperationException
{
    /// <summary>Makes an exception without particulars.</summary>
    public DuplicateEntryException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public DuplicateEntryException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public DuplicateEntryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception with its particulars.</summary>
    public DuplicateEntryException(EntryId id)
        : base($"There is an entry '{id}' already. Update it, or delete it first.") => Id = id;

    /// <summary>The entry.</summary>
    public EntryId Id { get; }
}
