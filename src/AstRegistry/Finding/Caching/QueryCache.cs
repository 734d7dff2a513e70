namespace AstRegistry.Finding;

/// <summary>Keeps queries by the text they were read from. Of those with a regular expression few, as an automaton grows while it is used.</summary>
internal sealed class QueryCache(int size)
{
    private const int MaxRegexes = 64;

    private readonly LruCache<string, FinderQuery> _plain = new(size);
    private readonly LruCache<string, FinderQuery> _regexes = new(Math.Min(size, MaxRegexes));

    public FinderQuery Parse(string text)
    {
        if (_plain.TryGet(text, out var known) || _regexes.TryGet(text, out known)) return known;
        var query = FinderQuery.Parse(text);
        (query.HasRegex ? _regexes : _plain).Set(text, query);
        return query;
    }
}
