using System.Runtime.CompilerServices;
using AstRegistry.Snapshots;

namespace AstRegistry.Finding;

/// <summary>
/// Keeps answers as long as what they were read from is the same: the whole table, or the one namespace that the query can find something in. A
/// commit gives every namespace that it touches a new table of names, and no other; these say more than revisions, which are only unique
/// within one registry.
/// </summary>
internal sealed class ResultCache(FinderOptions options)
{
    private readonly LruCache<ResultKey, CachedResult> _results = new(options.CacheSize, options.MaxCachedEntries);
    private readonly ConditionalWeakTable<NamespaceTable, object> _tokens = new();
    private readonly FinderMetrics _metrics = options.Meter is { } meter ? new(meter) : FinderMetrics.Shared;

    public int Count => _results.Count;

    public bool IsOn => options.CacheSize > 0;

    public FinderResult? Get(in ResultKey key, FinderQuery query, IndexView view)
    {
        if (_results.TryGet(key, out var known) && (known.IsOf(view.Token) || (query.Scope is { } scope && HoldsStill(known, view, scope))))
        {
            _metrics.Hits.Add(1);
            return known.Result;
        }

        _metrics.Misses.Add(1);
        return null;
    }

    public void Set(in ResultKey key, FinderQuery query, IndexView view, FinderResult result) =>
        _results.Set(key, new(result, view.Token, query.Scope is { } scope ? TokenOf(view, scope) : null), result.Count);

    private bool HoldsStill(CachedResult known, IndexView view, string scope)
    {
        if (!known.IsOfNames(TokenOf(view, scope))) return false;
        known.HoldsOf(view.Token);
        return true;
    }

    /// <summary>Stands for the names of a namespace; null where it holds nothing, and nothing is found in any table.</summary>
    private object? TokenOf(IndexView view, string scope) =>
        view.Table.TryGetNamespace(scope, out var names) ? _tokens.GetValue(names, static _ => new()) : null;
}
