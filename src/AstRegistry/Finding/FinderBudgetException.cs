namespace AstRegistry;

/// <summary>A query needs more work or time than the options allow. It gives no answer instead of a partial one.</summary>
public sealed class FinderBudgetException : InvalidOperationException
{
    /// <summary>Makes an exception without particulars.</summary>
    public FinderBudgetException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public FinderBudgetException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public FinderBudgetException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal FinderBudgetException(FinderQuery? query, string fault, string hint, Exception? cause)
        : base($"The query '{query}' {fault}. {hint}", cause) => Query = query;

    /// <summary>The query, if known.</summary>
    public FinderQuery? Query { get; }
}
