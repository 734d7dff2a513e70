using System.Collections.Concurrent;
using AstRegistry.History;

namespace AstRegistry.Sqlite;

/// <summary>The durable head of each registry. Read by any thread, changed by the one of the connection.</summary>
internal sealed class HeadBook(IReadOnlyDictionary<string, HistoryHead> heads)
{
    private readonly ConcurrentDictionary<string, WatchedHead> _heads =
        new(heads.Select(static pair => KeyValuePair.Create(pair.Key, new WatchedHead(pair.Value))), StringComparer.Ordinal);

    private volatile bool _isEnded;

    public int Count => _heads.Count(static pair => pair.Value.Value.Revision > 0);

    public HistoryHead HeadOf(string registry) => _heads.TryGetValue(registry, out var head) ? head.Value : default;

    /// <summary>The head, to be watched.</summary>
    public WatchedHead Watched(string registry)
    {
        var head = _heads.GetOrAdd(registry, static _ => new());
        if (_isEnded) head.End();
        return head;
    }

    public void Publish(string registry, in HistoryHead head) => Watched(registry).Set(head);

    /// <summary>Ends all watches.</summary>
    public void End()
    {
        _isEnded = true;
        foreach (var head in _heads.Values) head.End();
    }
}
