using System.Text;

namespace AstRegistry.Finding;

/// <summary>
/// A pattern with wildcards. <c>*</c> stands for any characters but separators, <c>**</c> for any at all, <c>?</c> for one that is no separator;
/// separators are <c>.</c>, <c>:</c> and <c>/</c>.
/// </summary>
internal sealed class Glob
{
    private readonly char[] _characters;
    private readonly Part[] _parts;

    private Glob(char[] characters, Part[] parts)
    {
        _characters = characters;
        _parts = parts;
    }

    private enum Part : byte
    {
        Character,
        One,
        Some,
        All,
    }

    /// <summary>The pattern, with no more backslashes than it needs.</summary>
    public string Pattern
    {
        get
        {
            var text = new StringBuilder();
            for (var i = 0; i < _parts.Length; i++)
            {
                if (_parts[i] == Part.Character) AppendLiteral(text, [_characters[i]]);
                else text.Append(Sign(_parts[i]));
            }

            return text.ToString();
        }
    }

    /// <summary>Reads a pattern in which a backslash takes the meaning from the character behind it.</summary>
    public static Glob Parse(string pattern)
    {
        var characters = new List<char>();
        var parts = new List<Part>();
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && ++i == pattern.Length) throw new FinderSyntaxException(i, "a character behind the backslash", "Write \\\\ for a backslash.");
            Add(pattern[i], c switch { '?' => Part.One, '*' => Part.Some, _ => Part.Character });
            if (parts.Count > FinderLimits.MaxGlobLength) throw new FinderSyntaxException(i + 1, FormattableString.Invariant($"a pattern of at most {FinderLimits.MaxGlobLength} characters and wildcards"), "Shorten it.");
        }

        return new([.. characters], [.. parts]);

        void Add(char c, Part part)
        {
            // More stars than two are two.
            if (part == Part.Some && parts.Count > 0 && parts[^1] is Part.Some or Part.All)
            {
                parts[^1] = Part.All;
                return;
            }

            characters.Add(c);
            parts.Add(part);
        }
    }

    /// <summary>Adds a text to a pattern, so that it stands for itself.</summary>
    public static void AppendLiteral(StringBuilder pattern, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is '*' or '?' or '\\') pattern.Append('\\');
            pattern.Append(c);
        }
    }

    /// <summary>The one text that the pattern matches, or null if it has wildcards.</summary>
    public string? AsLiteral() => Array.TrueForAll(_parts, static part => part == Part.Character) ? new string(_characters) : null;

    /// <summary>What a text must have to fit.</summary>
    public TermNeeds Needs()
    {
        var runs = Runs();
        var isStartOpen = runs.Count == 0 || runs[0].Start > 0;
        var isEndOpen = runs.Count == 0 || runs[^1].End < _parts.Length;
        var prefix = isStartOpen ? null : Text(runs[0]);
        var suffix = isEndOpen ? null : Text(runs[^1]);
        var inner = runs.Where(run => run.Start > 0 && run.End < _parts.Length).Select(Text).OrderByDescending(static text => text.Length);
        return new(null, prefix, suffix, [.. inner], runs.Count == 1 && Array.TrueForAll(_parts, static part => part is Part.Character or Part.All));
    }

    /// <summary>
    /// Whether a text fits. A star takes as little as it can and more when the rest fails; of several, only the last one and the last double
    /// one need to be tried again: what an earlier one could take more, the later one can take as well.
    /// </summary>
    public bool IsMatch(ReadOnlySpan<char> text, WorkBudget budget)
    {
        int part = 0, at = 0, some = -1, someEnd = 0, all = -1, allEnd = 0;
        while (true)
        {
            budget.Spend(1);
            var kind = part < _parts.Length ? _parts[part] : default;
            if (kind == Part.Some)
            {
                (some, someEnd) = (part++, at);
                continue;
            }

            if (kind == Part.All)
            {
                (all, allEnd, some) = (part++, at, -1);
                continue;
            }

            if (at == text.Length) return part == _parts.Length;
            if (part < _parts.Length && Take(text, at, part) is var taken and > 0)
            {
                at += taken;
                part++;
            }
            else if (some >= 0 && !IsSeparator(text[someEnd]))
            {
                at = ++someEnd;
                part = some + 1;
            }
            else if (all >= 0)
            {
                at = ++allEnd;
                part = all + 1;
                some = -1;
            }
            else
            {
                return false;
            }
        }
    }

    /// <summary>The pattern as it is written in a query.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = 0; i < _parts.Length; i++)
        {
            var c = _characters[i];
            if (_parts[i] != Part.Character) text.Append(Sign(_parts[i]));
            else if (c is '*' or '?' or '\\' or '"' || (char.IsWhiteSpace(c) && !char.IsControl(c))) text.Append('\\').Append(c);
            else QueryText.AppendCharacter(text, c);
        }

        return text.ToString();
    }

    private static string Sign(Part part) => part switch { Part.One => "?", Part.Some => "*", _ => "**" };

    private static bool IsSeparator(char c) => c is '.' or ':' or '/';

    /// <summary>How many characters of the text a part takes that is no star; 0 if it does not fit.</summary>
    private int Take(ReadOnlySpan<char> text, int at, int part)
    {
        var c = text[at];
        if (_parts[part] == Part.Character) return c == _characters[part] ? 1 : 0;
        if (IsSeparator(c) || (char.IsLowSurrogate(c) && at > 0 && char.IsHighSurrogate(text[at - 1]))) return 0;
        return char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
    }

    private string Text((int Start, int End) run) => new(_characters, run.Start, run.End - run.Start);

    /// <summary>The runs of characters between wildcards.</summary>
    private List<(int Start, int End)> Runs()
    {
        var runs = new List<(int Start, int End)>();
        for (var i = 0; i < _parts.Length; i++)
        {
            if (_parts[i] != Part.Character) continue;
            if (i > 0 && _parts[i - 1] == Part.Character) runs[^1] = (runs[^1].Start, i + 1);
            else runs.Add((i, i + 1));
        }

        return runs;
    }
}
