using AstRegistry.Locking;

namespace AstRegistry.Renames;

/// <summary>Which declaration before lives on as which declaration after: those of equal keys from the beginning, others as steps find them.</summary>
internal sealed class Correspondence
{
    private const int None = -1;

    private readonly int[] _newOf;
    private readonly int[] _oldOf;
    private List<int> _gone = [];
    private List<int> _came = [];

    /// <summary>Pairs the declarations of equal keys.</summary>
    public Correspondence(IReadOnlyList<LockKey> before, IReadOnlyList<LockKey> after)
    {
        _newOf = new int[before.Count];
        _oldOf = new int[after.Count];
        for (var i = 0; i < after.Count; i++)
        {
            _oldOf[i] = None;
            IndexOfNew[after[i]] = i;
        }

        for (var i = 0; i < before.Count; i++)
        {
            _newOf[i] = None;
            if (IndexOfNew.TryGetValue(before[i], out var index)) Pair(i, index);
            else _gone.Add(i);
        }

        for (var i = 0; i < after.Count; i++)
        {
            if (!IsTaken(i)) _came.Add(i);
        }
    }

    /// <summary>Where a key stands after.</summary>
    public Dictionary<LockKey, int> IndexOfNew { get; } = [];

    /// <summary>What has no successor yet, in ascending order.</summary>
    public IReadOnlyList<int> Gone => _gone = _gone.FindAll(i => _newOf[i] == None);

    /// <summary>What has no predecessor yet, in ascending order.</summary>
    public IReadOnlyList<int> Came => _came = _came.FindAll(i => _oldOf[i] == None);

    /// <summary>The successor of a declaration, or -1.</summary>
    public int NewOf(int old) => old < 0 ? None : _newOf[old];

    /// <summary>Whether a declaration after has a predecessor.</summary>
    public bool IsTaken(int @new) => _oldOf[@new] != None;

    /// <summary>Makes one the successor of the other; neither has a partner yet.</summary>
    public void Pair(int old, int @new)
    {
        _newOf[old] = @new;
        _oldOf[@new] = old;
    }

    /// <summary>
    /// What went and what came with equal keys, where no other on either side has that key. Null keys take no part. Linear in the number of
    /// declarations without a partner.
    /// </summary>
    public List<(int Old, int New)> UniquePairs<TKey>(Func<int, TKey?> keyOfOld, Func<int, TKey?> keyOfNew)
        where TKey : struct
    {
        var news = new Dictionary<TKey, int>();
        foreach (var i in Came)
        {
            if (keyOfNew(i) is { } key) news[key] = news.ContainsKey(key) ? None : i;
        }

        var olds = new Dictionary<TKey, int>();
        foreach (var i in Gone)
        {
            if (keyOfOld(i) is { } key && news.ContainsKey(key)) olds[key] = olds.ContainsKey(key) ? None : i;
        }

        var pairs = new List<(int Old, int New)>();
        foreach (var pair in olds)
        {
            if (pair.Value != None && news[pair.Key] != None) pairs.Add((pair.Value, news[pair.Key]));
        }

        pairs.Sort();
        return pairs;
    }
}
