namespace AstRegistry.Finding;

/// <summary>What an answer was asked for: the normalized text of the query and the page.</summary>
internal readonly struct ResultKey(FinderQuery query, int limit, int offset) : IEquatable<ResultKey>
{
    // The text alone, so that an answer does not keep the automaton of a regular expression in memory.
    private readonly string _text = query.ToString();
    private readonly int _hash = query.GetHashCode();
    private readonly int _limit = limit;
    private readonly int _offset = offset;

    public bool Equals(ResultKey other) => _hash == other._hash && _limit == other._limit && _offset == other._offset && _text == other._text;

    public override bool Equals(object? obj) => obj is ResultKey other && Equals(other);

    public override int GetHashCode() => _hash ^ (_limit * 397) ^ (_offset * 7919);
}
