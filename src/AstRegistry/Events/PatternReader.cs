using AstRegistry.Entries;

namespace AstRegistry.Events;

/// <summary>Reads the segments of a topic pattern, or says what is wrong and where.</summary>
internal sealed class PatternReader(string text)
{
    public string? Fault { get; private set; }

    /// <summary>Where the fault is, counted from 1.</summary>
    public int Column { get; private set; }

    /// <summary>The segments, or null after a fault.</summary>
    public PatternSegment[]? Read()
    {
        if (text.Length > RegistryLimits.MaxNameLength)
        {
            Fail(RegistryLimits.MaxNameLength, FormattableString.Invariant($"it has {text.Length} characters; at most {RegistryLimits.MaxNameLength} are allowed."));
            return null;
        }

        var segments = new List<PatternSegment>();
        var start = 0;
        while (true)
        {
            var end = text.IndexOf('.', start) is var dot and >= 0 ? dot : text.Length;
            if (Segment(start, end) is not { } segment) return null;
            segments.Add(segment);
            if (end == text.Length) return [.. segments];
            start = end + 1;
        }
    }

    private PatternSegment? Segment(int start, int end) => text[start..end] switch
    {
        "" => Fail(start, "the segment is empty."),
        "*" => PatternSegment.Any,
        "**" => PatternSegment.Many,
        ['(', ..] => Alternatives(start, end),
        var word => IsWord(start, end) ? new([word]) : null,
    };

    private PatternSegment? Alternatives(int start, int end)
    {
        if (text[end - 1] != ')' || end - start < 2) return Fail(start, "the parenthesis is not closed at the end of its segment.");
        var words = new List<string>();
        var from = start + 1;
        while (true)
        {
            var to = text.IndexOf('|', from, end - 1 - from) is var bar and >= 0 ? bar : end - 1;
            if (from == to) return Fail(from, "the alternative is empty.");
            if (!IsWord(from, to)) return null;
            words.Add(text[from..to]);
            if (to == end - 1) return new([.. words]);
            from = to + 1;
        }
    }

    private bool IsWord(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (IdRules.IsSegmentCharacter(text[i])) continue;
            Fail(i, text[i] switch
            {
                '*' => "'*' and '**' stand for whole segments and cannot be part of one.",
                '|' or '(' or ')' => $"'{text[i]}' belongs to alternatives, which fill a segment: (a|b).",
                _ => $"'{text[i]}' is not allowed; allowed are letters, digits, '_' and '-'.",
            });
            return false;
        }

        return true;
    }

    private PatternSegment? Fail(int index, string fault)
    {
        Fault = fault;
        Column = index + 1;
        return null;
    }
}
