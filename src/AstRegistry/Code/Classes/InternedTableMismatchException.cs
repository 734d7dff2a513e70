namespace AstRegistry;

/// <summary>
/// What was computed again after an eviction is not what was there before it, so the database goes on with what it had. The usual cause is
/// registry data that changed beneath it.
/// </summary>
public sealed class InternedTableMismatchException : InvalidOperationException
{
    /// <summary>Makes an exception with a message of its own.</summary>
    public InternedTableMismatchException()
        : base("What was computed again is not what was there before.")
    {
    }

    /// <summary>Makes an exception.</summary>
    public InternedTableMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public InternedTableMismatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception that says where the difference is.</summary>
    internal InternedTableMismatchException(string project, string difference)
        : base($"The classes of '{project}' were computed again and are not what they were: {difference}. Registry data must not change beneath a database; take up new data with {nameof(CodeDatabase.Apply)}.")
    {
        Project = project;
    }

    /// <summary>The project whose classes differ; null when the exception was made without one.</summary>
    public string? Project { get; }
}
