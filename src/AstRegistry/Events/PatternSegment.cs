namespace AstRegistry.Events;

/// <summary>What stands between two dots of a topic pattern.</summary>
internal sealed class PatternSegment(string[] words)
{
    /// <summary>Any one segment.</summary>
    public static readonly PatternSegment Any = new([]);

    /// <summary>Any number of segments.</summary>
    public static readonly PatternSegment Many = new([]);

    public bool IsMany => ReferenceEquals(this, Many);

    public bool IsMatch(ReadOnlySpan<char> segment)
    {
        if (ReferenceEquals(this, Any)) return true;
        foreach (var word in words)
        {
            if (segment.SequenceEqual(word)) return true;
        }

        return false;
    }
}
