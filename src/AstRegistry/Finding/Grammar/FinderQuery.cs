using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using AstRegistry.Finding;

namespace AstRegistry;

/// <summary>Conditions that an entry has to meet, all of them. Immutable.</summary>
/// <remarks>
/// <para>Text form: terms with white space between, for example <c>.kind=function.* .ns=app meta.tags=http .name^=get_</c>. The grammar is the same
/// wherever queries are written.</para>
/// <para>Normalized: the terms are in a fixed order and no two are equal, so that queries of the same terms are equal. A query without terms finds every entry.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FinderQuery : IEquatable<FinderQuery>
{
    private readonly FinderTerm[] _terms;
    private readonly string _text;
    private readonly int _hash;

    /// <summary>Makes a query of terms.</summary>
    /// <exception cref="FinderSyntaxException">There are more than <see cref="FinderLimits.MaxTerms"/> different ones, or their text is longer than <see cref="FinderLimits.MaxTextLength"/>.</exception>
    public FinderQuery(params IEnumerable<FinderTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        _terms = [.. terms.Distinct().OrderBy(static term => term.Field.Root).ThenBy(static term => term.ToString(), StringComparer.Ordinal)];
        if (_terms.Length > FinderLimits.MaxTerms)
        {
            throw new FinderSyntaxException(1, FormattableString.Invariant($"at most {FinderLimits.MaxTerms} terms"), FormattableString.Invariant($"There are {_terms.Length}."));
        }

        _text = string.Join(' ', (IEnumerable<FinderTerm>)_terms);
        if (_text.Length > FinderLimits.MaxTextLength)
        {
            throw new FinderSyntaxException(1, FormattableString.Invariant($"at most {FinderLimits.MaxTextLength} characters"), FormattableString.Invariant($"Normalized, the query has {_text.Length}."));
        }

        _hash = string.GetHashCode(_text, StringComparison.Ordinal);
        HasRegex = Array.Exists(_terms, static term => term.Operator == FinderOperator.Regex);
        Scope = ReadScope.Of(_terms);
    }

    /// <summary>The query without terms, which finds every entry.</summary>
    public static FinderQuery All { get; } = new();

    /// <summary>The terms in their normalized order.</summary>
    public IReadOnlyList<FinderTerm> Terms => _terms;

    internal ReadOnlySpan<FinderTerm> TermSpan => _terms;

    internal bool HasRegex { get; }

    /// <summary>The one namespace that can hold what is found, or null.</summary>
    internal string? Scope { get; }

    /// <summary>Reads a query; an empty text, or one of white space alone, is <see cref="All"/>.</summary>
    /// <exception cref="FinderSyntaxException">The text is malformed; the message names the column, what is expected there, and the way out.</exception>
    public static FinderQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new QueryReader(text).ReadQuery();
    }

    /// <summary>Reads a query, if the text is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="query">The query.</param>
    /// <param name="error">What is wrong with the text, to be shown to whoever wrote it.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FinderQuery? query, [NotNullWhen(false)] out FinderSyntaxException? error)
    {
        query = null;
        error = null;
        try
        {
            query = text is null ? throw new FinderSyntaxException(1, "a text", "It is null.") : Parse(text);
            return true;
        }
        catch (FinderSyntaxException fault)
        {
            error = fault;
            return false;
        }
    }

    /// <summary>Makes a query of one term; see <see cref="FinderTerm(FinderField, FinderOperator, string)"/>.</summary>
    /// <exception cref="FinderSyntaxException">The value is malformed.</exception>
    public static FinderQuery Where(FinderField field, FinderOperator @operator, string value) => new(new FinderTerm(field, @operator, value));

    /// <summary>
    /// Makes a query of pairs: a field with the sign of the operator before it, and the value. Signs are <c>~</c>, <c>*</c>, <c>^</c> and <c>$</c>; without
    /// one the value is a glob, so that <c>\</c> takes the meaning from a wildcard. Example: <c>("^.name", "get_")</c>.
    /// </summary>
    /// <exception cref="FinderSyntaxException">A field or a value is malformed; the column is that in the field or in the value.</exception>
    public static FinderQuery Of(params IEnumerable<KeyValuePair<string, string>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return new(pairs.Select(static pair => PairTerm.Make(pair.Key, pair.Value)));
    }

    /// <summary>The query with one term more; see <see cref="FinderTerm(FinderField, FinderOperator, string)"/>.</summary>
    /// <exception cref="FinderSyntaxException">The value is malformed, or the query grows too large.</exception>
    public FinderQuery And(FinderField field, FinderOperator @operator, string value) => And(new FinderTerm(field, @operator, value));

    /// <summary>The query with one term more.</summary>
    /// <exception cref="FinderSyntaxException">The query grows too large.</exception>
    public FinderQuery And(FinderTerm term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return new(_terms.Append(term));
    }

    /// <summary>Whether an entry meets every term. Spends no budget; the finder does.</summary>
    /// <exception cref="FinderBudgetException">A regular expression takes too long on one value.</exception>
    public bool Matches(RegistryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Matches(entry, WorkBudget.Unlimited);
    }

    /// <inheritdoc/>
    public bool Equals(FinderQuery? other) => ReferenceEquals(this, other) || (other is not null && _hash == other._hash && _text == other._text);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FinderQuery);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>The normalized text; it parses to an equal query.</summary>
    public override string ToString() => _text;

    /// <summary>Whether an entry meets every term but one that is known to be met.</summary>
    internal bool Matches(RegistryEntry entry, WorkBudget budget, int except = -1)
    {
        for (var i = 0; i < _terms.Length; i++)
        {
            if (i != except && !EntryValues.Any(entry, _terms[i].Field, _terms[i].Test, budget)) return false;
        }

        return true;
    }
}
