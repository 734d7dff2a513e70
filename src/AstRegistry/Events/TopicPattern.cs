using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using AstRegistry.Events;

namespace AstRegistry;

/// <summary>
/// Says which topics, or which kinds of entries, someone wants to hear of. Segments joined by dots: a word, <c>*</c> for any one segment,
/// <c>**</c> for any number of segments, also none, or <c>(a|b)</c> for one of several words. Compares ordinally. Immutable.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TopicPattern : IEquatable<TopicPattern>
{
    private readonly string _text;
    private readonly PatternSegment[] _segments;

    private TopicPattern(string text, PatternSegment[] segments)
    {
        _text = text;
        _segments = segments;
    }

    /// <summary>The pattern that every topic matches: <c>**</c>.</summary>
    public static TopicPattern All { get; } = Parse("**");

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="TopicPatternException">The text is none; the message names column and reason.</exception>
    public static TopicPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new PatternReader(text);
        return reader.Read() is { } segments ? new(text, segments) : throw new TopicPatternException(text, reader.Column, reader.Fault!);
    }

    /// <summary>Reads a pattern, if the text is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out TopicPattern? pattern)
    {
        pattern = text is not null && new PatternReader(text).Read() is { } segments ? new(text, segments) : null;
        return pattern is not null;
    }

    /// <summary>Whether a topic matches. Costs at most the product of both lengths, and no allocation.</summary>
    public bool IsMatch(ReadOnlySpan<char> topic)
    {
        // A later run of any segments makes an earlier one needless to try again, so one way back is enough.
        int place = 0, start = 0, placeBehindMany = -1, startOfMany = 0;
        while (start <= topic.Length)
        {
            var end = EndOf(topic, start);
            if (place < _segments.Length && _segments[place].IsMany)
            {
                placeBehindMany = ++place;
                startOfMany = start;
            }
            else if (place < _segments.Length && _segments[place].IsMatch(topic[start..end]))
            {
                place++;
                start = end + 1;
            }
            else if (placeBehindMany < 0)
            {
                return false;
            }
            else
            {
                startOfMany = EndOf(topic, startOfMany) + 1;
                (place, start) = (placeBehindMany, startOfMany);
            }
        }

        while (place < _segments.Length && _segments[place].IsMany) place++;
        return place == _segments.Length;
    }

    /// <inheritdoc/>
    public bool Equals(TopicPattern? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TopicPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    /// <summary>The text that was read.</summary>
    public override string ToString() => _text;

    private static int EndOf(ReadOnlySpan<char> topic, int start) => topic[start..].IndexOf('.') is var length and >= 0 ? start + length : topic.Length;
}
