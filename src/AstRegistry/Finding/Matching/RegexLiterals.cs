using System.Text;

namespace AstRegistry.Finding;

/// <summary>
/// Finds texts that whatever a regular expression matches must contain, so that an index can narrow the search. Knows only the plainest
/// part of the syntax and says nothing where it meets another: what it leaves out costs time, never an answer.
/// </summary>
internal ref struct RegexLiterals
{
    private readonly ReadOnlySpan<char> _pattern;
    private readonly List<string> _found;
    private readonly StringBuilder _run;
    private string? _prefix;
    private bool _isAnchored;

    private RegexLiterals(ReadOnlySpan<char> pattern)
    {
        _pattern = pattern;
        _found = [];
        _run = new StringBuilder();
    }

    public static TermNeeds Of(string pattern)
    {
        // Options, look-arounds and alternatives change what the rest means; who escapes one of these signs loses only the index.
        if (pattern.Contains("(?", StringComparison.Ordinal) || pattern.Contains('|', StringComparison.Ordinal)) return TermNeeds.Unknown;
        var reader = new RegexLiterals(pattern);
        reader.Read();
        return TermNeeds.Unknown with { Prefix = reader._prefix, Contains = [.. reader._found.OrderByDescending(static text => text.Length)] };
    }

    private void Read()
    {
        var at = 0;
        if (_pattern.StartsWith("^"))
        {
            _isAnchored = true;
            at = 1;
        }

        while (at < _pattern.Length)
        {
            var c = _pattern[at];
            if (c == '\\' && at + 1 < _pattern.Length) at = Escape(at + 1);
            else if (c == '[') at = Break(ClassEnd(at));
            else if (c == '(') at = Break(GroupEnd(at));
            else if (c is '.' or '^' or '$') at = Break(at + 1);
            else if (c is '*' or '?' or '{') at = Optional(at);
            else if (c == '+') at = Break(at + 1);
            else at = Literal(c, at + 1);
        }

        Break(at);
    }

    private readonly int Literal(char c, int next)
    {
        _run.Append(c);
        return next;
    }

    /// <summary>A sign behind a backslash stands for itself; a letter or digit for something else.</summary>
    private int Escape(int at) => char.IsAsciiLetterOrDigit(_pattern[at]) || _pattern[at] == '_' ? EscapeEnd(at) : Literal(_pattern[at], at + 1);

    private int EscapeEnd(int at)
    {
        // Whatever belongs to the escape must not be read as text: then the rest is not read at all.
        var isPlain = _pattern[at] is 'd' or 'D' or 'w' or 'W' or 's' or 'S' or 'b' or 'B' or 'A' or 'z' or 'Z' or 'n' or 'r' or 't' or 'f' or 'v';
        return Break(isPlain ? at + 1 : _pattern.Length);
    }

    /// <summary>The last character may be missing.</summary>
    private int Optional(int at)
    {
        if (_run.Length > 0) _run.Length--;
        Break(at);
        if (_pattern[at] != '{') return at + 1;
        var end = _pattern[at..].IndexOf('}');

        // A brace that is no quantifier is text; what follows is not read, as nobody searches for braces.
        return end < 0 ? _pattern.Length : at + end + 1;
    }

    private int Break(int next)
    {
        if (_run.Length > 0)
        {
            if (_isAnchored) _prefix = _run.ToString();
            else _found.Add(_run.ToString());
        }

        _isAnchored = false;
        _run.Clear();
        return next;
    }

    private readonly int ClassEnd(int at)
    {
        // Classes within classes and a bracket in first place are rare: the rest is not read.
        var end = at + 1;
        if (end < _pattern.Length && _pattern[end] == '^') end++;
        if (end < _pattern.Length && _pattern[end] == ']') return _pattern.Length;
        for (; end < _pattern.Length; end++)
        {
            if (_pattern[end] == '\\') end++;
            else if (_pattern[end] == '[') return _pattern.Length;
            else if (_pattern[end] == ']') return end + 1;
        }

        return _pattern.Length;
    }

    private readonly int GroupEnd(int at)
    {
        var depth = 0;
        for (var i = at; i < _pattern.Length; i++)
        {
            var c = _pattern[i];
            if (c == '\\') i++;
            else if (c == '[') i = ClassEnd(i) - 1;
            else if (c == '(') depth++;
            else if (c == ')' && --depth == 0) return i + 1;
        }

        return _pattern.Length;
    }
}
