namespace AstRegistry;

/// <summary>A registry was asked for an entry that it does not hold.</summary>
public sealed class EntryNotFoundException : KeyNotFoundException
{
    /// <summary>Makes an exception without particulars.</summary>
    public EntryNotFoundException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public EntryNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public EntryNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception with its particulars.</summary>
    /// <param name="id">The id that was asked for.</param>
    /// <param name="near">Ids that may have been meant, the nearest first.</param>
    public EntryNotFoundException(EntryId id, IReadOnlyList<string> near)
        : base($"There is no entry '{id}'." + (near.Count == 0 ? "" : $" Near: {string.Join(", ", near.Select(static key => $"'{key}'"))}."))
    {
        Id = id;
        Near = near;
    }

    /// <summary>The id that was asked for.</summary>
    public EntryId Id { get; }

    /// <summary>Up to three ids that may have been meant, the nearest first.</summary>
    public IReadOnlyList<string> Near { get; } = [];
}
