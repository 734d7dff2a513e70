using AstRegistry.Finding;

namespace AstRegistry;

/// <summary>Finds entries of snapshots by queries of one grammar, <see cref="FinderQuery"/>.</summary>
/// <remarks>Thread-safe. Results are in the order of <see cref="RegistrySnapshot.Entries"/>: that of creation.</remarks>
public sealed class Finder
{
    private readonly FinderOptions _options;

    /// <summary>Makes a finder.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public Finder(FinderOptions? options = null) => _options = (options ?? new()).Checked();

    /// <summary>Finds entries.</summary>
    /// <param name="snapshot">Where to look.</param>
    /// <param name="query">What they have to meet.</param>
    /// <param name="limit">The most entries to return.</param>
    /// <param name="offset">How many to leave out before the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FinderBudgetException">The query needs more work or time than the options allow.</exception>
    public FinderResult Find(RegistrySnapshot snapshot, FinderQuery query, int limit = int.MaxValue, int offset = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var budget = new WorkBudget(query, _options, cancellationToken);
        var found = snapshot.Entries.Where(entry => query.Matches(entry, budget)).Skip(offset).Take(limit == int.MaxValue ? limit : limit + 1).ToList();
        var hasMore = found.Count > limit;
        return new([.. hasMore ? found.Take(limit) : found], hasMore);
    }

    /// <summary>Finds entries by the text of a query.</summary>
    /// <exception cref="FinderSyntaxException">The text is malformed.</exception>
    /// <exception cref="FinderBudgetException">The query needs more work or time than the options allow.</exception>
    public FinderResult Find(RegistrySnapshot snapshot, string query, int limit = int.MaxValue, int offset = 0, CancellationToken cancellationToken = default) =>
        Find(snapshot, FinderQuery.Parse(query), limit, offset, cancellationToken);
}
