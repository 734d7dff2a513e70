using System.Diagnostics;
using AstRegistry.Finding;
using AstRegistry.Values;

namespace AstRegistry;

/// <summary>One condition of a <see cref="FinderQuery"/>: a field, an operator and a value. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FinderTerm : IEquatable<FinderTerm>
{
    private readonly string _text;

    /// <summary>Makes a term whose value is a text: a pattern for <see cref="FinderOperator.Glob"/> and <see cref="FinderOperator.Regex"/>, else itself.</summary>
    /// <param name="field">What is looked at.</param>
    /// <param name="operator">How it is compared.</param>
    /// <param name="value">With what. In a glob, <c>\</c> takes the meaning from a wildcard behind it.</param>
    /// <exception cref="FinderSyntaxException">The value is malformed or too long; the column is that in the value.</exception>
    public FinderTerm(FinderField field, FinderOperator @operator, string value)
        : this(field, @operator, RegistryValue.Of(Checked(value)))
    {
    }

    private FinderTerm(FinderField field, FinderOperator @operator, RegistryValue value)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
        (Operator, Value, Test) = TermTests.Make(@operator, value);
        _text = field + QueryText.Sign(Operator) + QueryText.Of(Operator, Value);
    }

    /// <summary>What is looked at.</summary>
    public FinderField Field { get; }

    /// <summary>How it is compared. A glob without wildcards is <see cref="FinderOperator.Equal"/>.</summary>
    public FinderOperator Operator { get; }

    /// <summary>With what: a string, but for <see cref="FinderOperator.Same"/>, whose value may be any scalar.</summary>
    public RegistryValue Value { get; }

    /// <summary>The condition on one value of the field.</summary>
    internal TermTest Test { get; }

    /// <summary>A term that asks for a value of the same kind and content.</summary>
    /// <exception cref="ArgumentException">The value is a list, a map, or bytes.</exception>
    public static FinderTerm Same(FinderField field, RegistryValue value) => value.Kind is RegistryValueKind.List or RegistryValueKind.Map or RegistryValueKind.Bytes
        ? throw new ArgumentException($"The value is of kind {value.Kind}; a term compares with null, a Boolean, a number or a string.", nameof(value))
        : new(field, FinderOperator.Same, value);

    /// <inheritdoc/>
    public bool Equals(FinderTerm? other) => ReferenceEquals(this, other) || (other is not null && _text == other._text);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FinderTerm);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    /// <summary>The normalized text of the term, as it is written in a query.</summary>
    public override string ToString() => _text;

    private static string Checked(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > FinderLimits.MaxTextLength)
        {
            throw new FinderSyntaxException(FinderLimits.MaxTextLength + 1, FormattableString.Invariant($"at most {FinderLimits.MaxTextLength} characters"), "Shorten the value.");
        }

        return TextRules.FirstLoneSurrogate(value) is var place and >= 0
            ? throw new FinderSyntaxException(place + 1, "Unicode text", "There is a surrogate without its other half.")
            : value;
    }
}
