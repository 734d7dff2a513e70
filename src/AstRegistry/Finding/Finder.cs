using AstRegistry.Finding;

namespace AstRegistry;

/// <summary>Finds entries of snapshots by queries of one grammar, <see cref="FinderQuery"/>.</summary>
/// <remarks>
/// <para>Thread-safe; one finder serves all queries on the snapshots of a registry. Results are in the order of <see cref="RegistrySnapshot.Entries"/>: that
/// of creation.</para>
/// <para>Fields that are asked for get indexes: dictionaries, sorted and reversed values, trigrams. They outlive commits: what changed since they were
/// made is looked at beside them, until it pays to make new ones. <see cref="Explain(RegistrySnapshot, FinderQuery)"/> shows which are used. Answers
/// are kept until a commit touches what they were read from.</para>
/// </remarks>
public sealed class Finder
{
    private readonly FinderOptions _options;
    private readonly IndexStore _indexes;
    private readonly ResultCache _results;
    private readonly QueryCache _queries;

    /// <summary>Makes a finder.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public Finder(FinderOptions? options = null)
    {
        _options = (options ?? new()).Checked();
        _indexes = new(_options);
        _results = new(_options);
        _queries = new(_options.CacheSize);
    }

    internal IndexStore Indexes => _indexes;

    internal ResultCache Results => _results;

    /// <summary>Finds entries. An answer that is in the cache costs no allocation.</summary>
    /// <param name="snapshot">Where to look.</param>
    /// <param name="query">What they have to meet.</param>
    /// <param name="limit">The most entries to return.</param>
    /// <param name="offset">How many to leave out before the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FinderBudgetException">The query needs more work or time than the options allow.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Limit or offset is negative.</exception>
    public FinderResult Find(RegistrySnapshot snapshot, FinderQuery query, int limit = int.MaxValue, int offset = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var view = _indexes.ViewOf(snapshot.Table);
        if (!_results.IsOn) return Answer(view, query, limit, offset, cancellationToken);
        var key = new ResultKey(query, limit, offset);
        if (_results.Get(key, query, view) is { } known) return known;
        var result = Answer(view, query, limit, offset, cancellationToken);
        _results.Set(key, query, view, result);
        return result;
    }

    /// <summary>Finds entries by the text of a query.</summary>
    /// <inheritdoc cref="Find(RegistrySnapshot, FinderQuery, int, int, CancellationToken)"/>
    /// <exception cref="FinderSyntaxException">The text is malformed.</exception>
    public FinderResult Find(RegistrySnapshot snapshot, string query, int limit = int.MaxValue, int offset = 0, CancellationToken cancellationToken = default) =>
        Find(snapshot, Parse(query), limit, offset, cancellationToken);

    /// <summary>Finds entries one by one, as they are asked for, without the cache: for answers that need not be in memory at once.</summary>
    /// <exception cref="FinderBudgetException">The query needs more work or time than the options allow; time passes between entries too.</exception>
    public IEnumerable<RegistryEntry> Enumerate(RegistrySnapshot snapshot, FinderQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(query);
        return Stream(snapshot, query, cancellationToken);
    }

    /// <summary>How a query would be answered now. Counts as a use of the indexes that it asks for.</summary>
    public FinderPlan Explain(RegistrySnapshot snapshot, FinderQuery query)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(query);
        return Planner.Explain(_indexes.ViewOf(snapshot.Table), query);
    }

    /// <inheritdoc cref="Explain(RegistrySnapshot, FinderQuery)"/>
    /// <exception cref="FinderSyntaxException">The text is malformed.</exception>
    public FinderPlan Explain(RegistrySnapshot snapshot, string query) => Explain(snapshot, Parse(query));

    private FinderQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _queries.Parse(text);
    }

    private FinderResult Answer(IndexView view, FinderQuery query, int limit, int offset, CancellationToken cancellationToken)
    {
        using var search = new Search(view, query, new(query, _options, cancellationToken));
        for (var i = 0; i < offset; i++)
        {
            if (!search.TryNext(out _)) return FinderResult.Empty;
        }

        return ResultBuilder.Take(search, limit);
    }

    private IEnumerable<RegistryEntry> Stream(RegistrySnapshot snapshot, FinderQuery query, CancellationToken cancellationToken)
    {
        using var search = new Search(_indexes.ViewOf(snapshot.Table), query, new(query, _options, cancellationToken));
        while (search.TryNext(out var entry)) yield return entry;
    }
}
