using System.Globalization;
using System.Text;

namespace AstRegistry.Finding;

/// <summary>Writes values as the reader of queries reads them, and tells scalars from strings.</summary>
internal static class QueryText
{
    public static string Sign(FinderOperator @operator) => @operator switch
    {
        FinderOperator.Equal or FinderOperator.Glob => "=",
        FinderOperator.Same => "==",
        FinderOperator.Contains => "*=",
        FinderOperator.StartsWith => "^=",
        FinderOperator.EndsWith => "$=",
        FinderOperator.Regex => "~=",
        _ => throw new ArgumentOutOfRangeException(nameof(@operator), @operator, "There is no such operator."),
    };

    public static string Of(FinderOperator @operator, RegistryValue value) => value.TryGetString(out var text)
        ? @operator switch
        {
            FinderOperator.Regex => Regex(text),
            FinderOperator.Glob => Glob.Parse(text).ToString(),
            FinderOperator.Same => NeedsQuotes(text) || ScalarOf(text) is not null || IsNumber(text) ? Quote(text) : text,
            FinderOperator.Equal => NeedsQuotes(text) || text.AsSpan().ContainsAny('*', '?') ? Quote(text) : text,
            _ => NeedsQuotes(text) ? Quote(text) : text,
        }
        : value.ToString();

    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else AppendCharacter(quoted, c);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A character that may stand in quotes, or its escape.</summary>
    public static void AppendCharacter(StringBuilder text, char c)
    {
        if (char.IsControl(c)) text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        else text.Append(c);
    }

    /// <summary>The scalar that a literal stands for, or null for a string.</summary>
    public static RegistryValue? ScalarOf(string literal)
    {
        switch (literal)
        {
            case "null": return RegistryValue.Null;
            case "true": return true;
            case "false": return false;
            case "NaN": return double.NaN;
            case "Infinity": return double.PositiveInfinity;
            case "-Infinity": return double.NegativeInfinity;
        }

        if (!IsNumber(literal)) return null;
        if (literal.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
        {
            return long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? RegistryValue.Of(whole) : default(RegistryValue?);
        }

        var number = double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? RegistryValue.Of(number) : default(RegistryValue?);
    }

    /// <summary>Whether a text has the form of a number: sign, digits, fraction, exponent.</summary>
    public static bool IsNumber(string text)
    {
        var at = text.StartsWith('-') ? 1 : 0;
        if (!Digits()) return false;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (!Digits()) return false;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-') at++;
            if (!Digits()) return false;
        }

        return at == text.Length;

        bool Digits()
        {
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            return at > start;
        }
    }

    private static bool NeedsQuotes(string text) => text.Length == 0 || text.Any(static c => c is '"' or '\\' || char.IsWhiteSpace(c) || char.IsControl(c));

    /// <summary>Without quotes where the reader finds the end again; in quotes else.</summary>
    private static string Regex(string pattern)
    {
        if (pattern[0] != '"' && !HasBareSpace(pattern)) return pattern;
        var quoted = new StringBuilder("\"", pattern.Length + 2);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
            {
                // An escaped quote means the same as a plain one, whose backslash the reader takes away.
                if (pattern[i + 1] != '"') quoted.Append('\\');
                i++;
            }

            if (pattern[i] == '"') quoted.Append('\\');
            quoted.Append(pattern[i]);
        }

        return quoted.Append('"').ToString();
    }

    private static bool HasBareSpace(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (char.IsWhiteSpace(pattern[i])) return true;
        }

        return false;
    }
}
