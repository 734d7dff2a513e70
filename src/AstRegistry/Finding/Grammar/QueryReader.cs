using System.Globalization;
using AstRegistry.Values;

namespace AstRegistry.Finding;

/// <summary>Reads the text of a query from left to right; the first fault ends it.</summary>
internal sealed partial class QueryReader(string text)
{
    private const string FieldHint = "Fields are .kind, .name, .ns, .id and meta.<path>.";
    private const string OperatorHint = "Operators are = (glob), == (same), ~= (regular expression), *= (contains), ^= (prefix) and $= (suffix).";

    private int _at;

    private bool IsAtEnd => _at >= text.Length;

    private bool IsAtSpace => !IsAtEnd && char.IsWhiteSpace(text[_at]);

    public FinderQuery ReadQuery()
    {
        CheckText();
        var terms = new List<FinderTerm>();
        while (true)
        {
            while (IsAtSpace) _at++;
            if (IsAtEnd) break;
            if (terms.Count == FinderLimits.MaxTerms) throw Fault("the end", FormattableString.Invariant($"A query has at most {FinderLimits.MaxTerms} terms."));
            terms.Add(ReadTerm());
        }

        return terms.Count == 0 && FinderQuery.All is { } all ? all : new(terms);
    }

    public FinderField ReadFieldAlone()
    {
        CheckText();
        var field = ReadField();
        return IsAtEnd ? field : throw Fault("the end of the field", PathHint());
    }

    private static FinderSyntaxException FaultAt(int index, string expected, string hint) => new(index + 1, expected, hint);

    private FinderSyntaxException Fault(string expected, string hint) => FaultAt(_at, expected, hint);

    private void CheckText()
    {
        if (text.Length > FinderLimits.MaxTextLength)
        {
            throw FaultAt(FinderLimits.MaxTextLength, "the end", FormattableString.Invariant($"A query has at most {FinderLimits.MaxTextLength} characters; this one has {text.Length}."));
        }

        if (TextRules.FirstLoneSurrogate(text) is var place and >= 0) throw FaultAt(place, "Unicode text", "There is a surrogate without its other half.");
    }

    private FinderTerm ReadTerm()
    {
        var field = ReadField();
        var sign = ReadSign(field);
        return ReadValue(field, sign);
    }

    private FinderField ReadField()
    {
        if (IsAtEnd) throw Fault("a field", FieldHint);
        var start = _at;
        if (text[_at] == '.') return ReadPart(start);
        if (!text.AsSpan(_at).StartsWith("meta", StringComparison.Ordinal)) throw Fault("a field", MissingDotHint());
        _at += 4;
        var steps = new List<PathStep>();
        while (ReadStep() is { } step)
        {
            if (steps.Count == FinderLimits.MaxPathSteps) throw FaultAt(start, FormattableString.Invariant($"a path of at most {FinderLimits.MaxPathSteps} steps"), "Shorten the path.");
            steps.Add(step);
        }

        return steps.Count > 0 ? FinderField.OfSteps([.. steps]) : throw Fault("a path", "Write 'meta.' and a name.");
    }

    private FinderField ReadPart(int start)
    {
        _at++;
        while (!IsAtEnd && char.IsAsciiLetter(text[_at])) _at++;
        return text[start.._at] switch
        {
            ".kind" => FinderField.Kind,
            ".name" => FinderField.Name,
            ".ns" => FinderField.Namespace,
            ".id" => FinderField.Id,
            ".meta" => throw FaultAt(start, "a field", "Write 'meta' without a dot before it."),
            ".namespace" => throw FaultAt(start, "a field", "Write '.ns' for the namespace."),
            _ => throw FaultAt(start, "a field", FieldHint),
        };
    }

    private string MissingDotHint()
    {
        foreach (var part in new[] { "kind", "name", "ns", "id" })
        {
            if (text.AsSpan(_at).StartsWith(part, StringComparison.Ordinal)) return $"Write '.{part}' with a dot before it.";
        }

        return FieldHint;
    }

    private string PathHint() => _at > 0 && text.StartsWith("meta", StringComparison.Ordinal)
        ? "In a path, names of other characters than letters, digits and _-/@: stand in quotes."
        : FieldHint;

    private PathStep? ReadStep()
    {
        if (IsAtEnd) return null;
        if (text[_at] == '[') return ReadPlace();
        if (text[_at] != '.') return null;
        _at++;
        if (!IsAtEnd && text[_at] == '"') return new(ReadQuoted(), 0);
        var start = _at;
        while (!IsAtEnd && PathStep.IsBare(text[_at])) _at++;
        return _at > start ? new(text[start.._at], 0) : throw Fault("a name", "Behind the dot of a path comes a name; other characters than letters, digits and _-/@: need quotes.");
    }

    private PathStep ReadPlace()
    {
        var start = ++_at;
        if (!IsAtEnd && text[_at] == '*') _at++;
        else while (!IsAtEnd && char.IsAsciiDigit(text[_at])) _at++;
        var place = text.AsSpan(start, _at - start);
        var index = PathStep.Every;
        if (place is not "*" && !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out index))
        {
            throw FaultAt(start, "a place in a list", "Write '[*]' for every value, or '[0]' for the first.");
        }

        if (IsAtEnd || text[_at] != ']') throw Fault("']'", "A place in a list ends with ']'.");
        _at++;
        return new(null, index);
    }

    private FinderOperator ReadSign(FinderField field)
    {
        FinderOperator? sign = text.AsSpan(_at) switch
        {
            ['=', '=', ..] => FinderOperator.Same,
            ['=', ..] => FinderOperator.Glob,
            ['~', '=', ..] => FinderOperator.Regex,
            ['*', '=', ..] => FinderOperator.Contains,
            ['^', '=', ..] => FinderOperator.StartsWith,
            ['$', '=', ..] => FinderOperator.EndsWith,
            _ => null,
        };
        if (sign is null) throw Fault($"an operator behind '{field}'", SignHint());
        _at += sign == FinderOperator.Glob ? 1 : 2;
        return sign.Value;
    }

    private string SignHint() => IsAtEnd ? OperatorHint
        : text[_at] == '!' ? "There is no negation. " + OperatorHint
        : text[_at] is '<' or '>' ? "There is no comparison by size. " + OperatorHint
        : char.IsWhiteSpace(text[_at]) ? "No white space stands before an operator. " + OperatorHint
        : OperatorHint;
}
