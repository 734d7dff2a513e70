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

    /// <summary>Pairs the declarations of equal keys; both lists are sorted.</summary>
    public Correspondence(IReadOnlyList<LockKey> before, IReadOnlyList<LockKey> after)
    {
        _newOf = new int[before.Count];
        _oldOf = new int[after.Count];
        for (int old = 0, @new = 0; old < before.Count || @new < after.Count;)
        {
            var order = old == before.Count ? 1 : @new == after.Count ? -1 : before[old].CompareTo(after[@new]);
            if (order == 0)
            {
                Pair(old++, @new++);
            }
            else if (order < 0)
            {
                _newOf[old] = None;
                _gone.Add(old++);
            }
            else
            {
                _oldOf[@new] = None;
                CameByKey[after[@new]] = @new;
                _came.Add(@new++);
            }
        }
    }

    /// <summary>What had no predecessor of its own key, by key.</summary>
    public Dictionary<LockKey, int> CameByKey { get; } = [];

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
