namespace AstRegistry;

/// <summary>The text of a query, of a field or of a pattern is malformed. Nothing was searched: a bad pattern never gives a wider answer.</summary>
public sealed class FinderSyntaxException : FormatException
{
    /// <summary>Makes an exception without particulars.</summary>
    public FinderSyntaxException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public FinderSyntaxException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public FinderSyntaxException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal FinderSyntaxException(int column, string expected, string hint, Exception? cause = null)
        : base(FormattableString.Invariant($"Column {column}: expected {expected}. {hint}"), cause)
    {
        Column = column;
        Expected = expected;
        Hint = hint;
    }

    /// <summary>Where the fault is: 1 for the first character of the text; 0 if not known. Of a value given apart from a text, the place in the value.</summary>
    public int Column { get; }

    /// <summary>What should stand there.</summary>
    public string Expected { get; } = "";

    /// <summary>The way out.</summary>
    public string Hint { get; } = "";

    /// <summary>The same fault, where the text that has it is part of another one.</summary>
    internal FinderSyntaxException At(int column) => new(column, Expected, Hint, InnerException);
}
