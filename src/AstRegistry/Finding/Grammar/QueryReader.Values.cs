using System.Globalization;
using System.Text;

namespace AstRegistry.Finding;

/// <summary>Values: bare characters, escapes and quoted parts.</summary>
internal sealed partial class QueryReader
{
    private FinderTerm ReadValue(FinderField field, FinderOperator sign)
    {
        var start = _at;
        if (IsAtEnd || IsAtSpace) throw Fault("a value", "No white space stands behind an operator; write \"\" for the empty text.");
        if (sign == FinderOperator.Regex) return ReadRegex(field);
        var value = ReadParts();
        if (sign == FinderOperator.Same) return FinderTerm.Same(field, value.IsBare ? Literal(value.Text, start) : RegistryValue.Of(value.Text));
        var (@operator, content) = sign == FinderOperator.Glob
            ? value.HasWildcard ? (FinderOperator.Glob, value.Pattern) : (FinderOperator.Equal, value.Text)
            : (sign, value.Text);
        return Term(field, @operator, content, _ => start);
    }

    /// <summary>A term whose fault stands in the text of the query.</summary>
    private static FinderTerm Term(FinderField field, FinderOperator @operator, string value, Func<int, int> indexOf)
    {
        try
        {
            return new(field, @operator, value);
        }
        catch (FinderSyntaxException fault)
        {
            throw fault.At(indexOf(fault.Column - 1) + 1);
        }
    }

    /// <summary>A regular expression keeps its backslashes; in quotes, only <c>\"</c> is an escape.</summary>
    private FinderTerm ReadRegex(FinderField field)
    {
        if (text[_at] == '"') return ReadQuotedRegex(field);
        var start = _at;
        while (!IsAtEnd && !IsAtSpace) _at += text[_at] == '\\' && _at + 1 < text.Length ? 2 : 1;
        return Term(field, FinderOperator.Regex, text[start.._at], offset => start + offset);
    }

    private FinderTerm ReadQuotedRegex(FinderField field)
    {
        var open = _at++;
        var pattern = new StringBuilder();
        var places = new List<int>();
        while (!IsAtEnd && text[_at] != '"')
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
            {
                if (text[_at + 1] != '"') Take();
                else _at++;
            }

            Take();
        }

        if (IsAtEnd) throw FaultAt(open, "a closing quote", "The quoted text that begins here does not end.");
        places.Add(_at++);
        if (!IsAtEnd && !IsAtSpace) throw Fault("white space", "A regular expression is either in quotes or not; write \\\" for a quote within.");
        return Term(field, FinderOperator.Regex, pattern.ToString(), offset => pattern.Length == 0 ? open : places[Math.Min(offset, places.Count - 1)]);

        void Take()
        {
            places.Add(_at);
            pattern.Append(text[_at++]);
        }
    }

    private Parts ReadParts()
    {
        var value = new StringBuilder();
        var pattern = new StringBuilder();
        bool hasWildcard = false, isBare = true;
        while (!IsAtEnd && !IsAtSpace)
        {
            if (text[_at] == '"')
            {
                isBare = false;
                var quoted = ReadQuoted();
                value.Append(quoted);
                Glob.AppendLiteral(pattern, quoted);
            }
            else if (text[_at] == '\\')
            {
                isBare = false;
                var c = ReadEscape();
                value.Append(c);
                Glob.AppendLiteral(pattern, [c]);
            }
            else
            {
                hasWildcard |= text[_at] is '*' or '?';
                value.Append(text[_at]);
                pattern.Append(text[_at++]);
            }
        }

        return new(value.ToString(), pattern.ToString(), hasWildcard, isBare);
    }

    private string ReadQuoted()
    {
        var open = _at++;
        var value = new StringBuilder();
        while (!IsAtEnd && text[_at] != '"') value.Append(text[_at] == '\\' ? ReadEscape() : text[_at++]);
        if (IsAtEnd) throw FaultAt(open, "a closing quote", "The quoted text that begins here does not end.");
        _at++;
        return value.ToString();
    }

    private char ReadEscape()
    {
        var start = _at++;
        if (IsAtEnd) throw FaultAt(start, "an escaped character", "Write \\\\ for a backslash.");
        var c = text[_at++];
        if (c == 'u') return ReadHex(start);
        if (!char.IsAsciiLetterOrDigit(c)) return c;
        return c switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw FaultAt(start, "an escape", "Escapes are \\n, \\r, \\t, \\uFFFF, and \\ before a character that is no letter and no digit; write \\\\ for a backslash."),
        };
    }

    private char ReadHex(int start)
    {
        if (_at + 4 <= text.Length && ushort.TryParse(text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && !char.IsSurrogate((char)code))
        {
            _at += 4;
            return (char)code;
        }

        throw FaultAt(start, "four hexadecimal digits behind \\u", "Surrogates are written as they are.");
    }

    /// <summary>What is written without quotes behind <c>==</c>: null, a Boolean, a number, or else a string.</summary>
    private static RegistryValue Literal(string literal, int start)
    {
        if (QueryText.ScalarOf(literal) is { } scalar) return scalar;
        return QueryText.IsNumber(literal)
            ? throw FaultAt(start, "a number of 64 bits", "Write a string in quotes, or a number that fits.")
            : RegistryValue.Of(literal);
    }

    /// <param name="Text">The value with its wildcards as characters.</param>
    /// <param name="Pattern">The value as a glob, literal wildcards escaped.</param>
    /// <param name="HasWildcard">Whether a wildcard stands outside of quotes.</param>
    /// <param name="IsBare">Whether there are neither quotes nor escapes.</param>
    private readonly record struct Parts(string Text, string Pattern, bool HasWildcard, bool IsBare);
}
