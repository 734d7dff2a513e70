namespace AstRegistry;

/// <summary>
/// A batch was to be committed, but somebody else changed the same elements in the parent since the batch began. Nothing was changed; the batch
/// is still open.
/// </summary>
public sealed class LayerConflictException : InvalidOperationException
{
    private const int MaxShown = 5;

    /// <summary>Makes an exception without particulars.</summary>
    public LayerConflictException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public LayerConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public LayerConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception with the elements in question.</summary>
    public LayerConflictException(IReadOnlyList<LayerConflict> conflicts)
        : base(Describe(conflicts)) =>
        Conflicts = conflicts;

    /// <summary>The elements and their parts, in ordinal order.</summary>
    public IReadOnlyList<LayerConflict> Conflicts { get; } = [];

    /// <summary>The elements, in ordinal order.</summary>
    public IReadOnlyList<EntryId> Keys => [.. Conflicts.Select(static conflict => conflict.Id)];

    private static string Describe(IReadOnlyList<LayerConflict> conflicts)
    {
        ArgumentNullException.ThrowIfNull(conflicts);
        var shown = string.Join(", ", conflicts.Take(MaxShown));
        var more = conflicts.Count > MaxShown ? FormattableString.Invariant($" and {conflicts.Count - MaxShown} more") : "";
        return $"The parent changed since the batch began: {shown}{more}. The batch is still open; discard it and repeat its changes in a new one.";
    }
}
