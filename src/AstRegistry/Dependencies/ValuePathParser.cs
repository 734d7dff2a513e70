using System.Buffers;
using System.Globalization;
using System.Text;

namespace AstRegistry.Dependencies;

/// <summary>Reads the text of a <see cref="ValuePath"/>.</summary>
internal sealed class ValuePathParser(string text)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(".[]\"*\\ \t\r\n");

    private int _place;

    private bool IsAtEnd => _place == text.Length;

    /// <summary>Reads the beginning, and returns whether it is <c>meta</c>.</summary>
    public bool ReadRoot()
    {
        var root = ReadWord();
        return root is "meta" or "data" ? root == "meta" : throw Fault(0, "a path begins with 'meta' or 'data'.");
    }

    public PathStep[] ReadSteps()
    {
        var steps = new List<PathStep>();
        while (!IsAtEnd)
        {
            if (steps.Count == ValuePath.MaxSteps) throw Fault(_place, FormattableString.Invariant($"there are more than {ValuePath.MaxSteps} steps."));
            steps.Add(text[_place] switch
            {
                '.' => ReadBehindDot(),
                '[' => ReadBrackets(),
                _ => throw Fault(_place, "a step begins with '.' or '['."),
            });
        }

        return [.. steps];
    }

    private PathStep ReadBehindDot()
    {
        _place++;
        if (TryRead("**")) return new(PathStepKind.Deep);
        if (TryRead("*")) return new(PathStepKind.AnyMember);
        if (!IsAtEnd && text[_place] == '"') return new(PathStepKind.Member, ReadQuoted());
        var name = ReadWord();
        if (name.Length > 0) return new(PathStepKind.Member, name);
        throw Fault(_place, "a name, '*', '**' or a text in quotes is missing behind the dot; names with other than plain characters stand in quotes.");
    }

    private PathStep ReadBrackets()
    {
        _place++;
        PathStep step;
        if (TryRead("*")) step = new(PathStepKind.AnyItem);
        else if (!IsAtEnd && text[_place] == '"') step = new(PathStepKind.Member, ReadQuoted());
        else step = new(PathStepKind.Item, "", ReadIndex());
        return TryRead("]") ? step : throw Fault(_place, "']' is missing.");
    }

    private int ReadIndex()
    {
        var start = _place;
        while (!IsAtEnd && char.IsAsciiDigit(text[_place])) _place++;
        return int.TryParse(text.AsSpan(start, _place - start), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw Fault(start, "between brackets stands '*', a number or a text in quotes.");
    }

    private string ReadQuoted()
    {
        var start = _place++;
        var name = new StringBuilder();
        while (!IsAtEnd)
        {
            var c = text[_place++];
            if (c == '"') return name.ToString();
            if (c == '\\')
            {
                if (IsAtEnd || text[_place] is not ('"' or '\\')) throw Fault(_place, "behind a backslash stands a quote or a backslash.");
                c = text[_place++];
            }

            name.Append(c);
        }

        throw Fault(start, "the quote has no end.");
    }

    private string ReadWord()
    {
        var length = text.AsSpan(_place).IndexOfAny(Special);
        var word = length < 0 ? text[_place..] : text.Substring(_place, length);
        _place += word.Length;
        return word;
    }

    private bool TryRead(string token)
    {
        if (string.CompareOrdinal(text, _place, token, 0, token.Length) != 0) return false;
        _place += token.Length;
        return true;
    }

    private DependencyPatternException Fault(int place, string fault) => new(text, place + 1, fault);
}
