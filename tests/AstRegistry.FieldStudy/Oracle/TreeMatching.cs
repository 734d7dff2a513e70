using AstRegistry.FieldStudy.Trees;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.FieldStudy.Oracle;

/// <summary>
/// Which node of a member before an edit lives on as which node after it, in the manner of GumTree: equal subtrees that are unique on
/// both sides, largest first; containers by the share of matched descendants; then top down, the children of matched nodes by
/// alignment, equal ones first and then by kind and likeness; at last equal subtrees that are left over.
/// </summary>
internal sealed class TreeMatching
{
    /// <summary>Containers match from this share of common descendants.</summary>
    private const double ContainerThreshold = 0.5;

    /// <summary>Statements of one list match from this share of common tokens; everything else by kind and place.</summary>
    private const double StatementThreshold = 0.5;

    private readonly MemberSyntax _old;
    private readonly MemberSyntax _new;
    private readonly Dictionary<(bool IsOld, int Node), ulong[]> _sortedTokens = [];

    private TreeMatching(MemberSyntax old, MemberSyntax @new)
    {
        _old = old;
        _new = @new;
        NewOf = new int[old.Count];
        OldOf = new int[@new.Count];
        Array.Fill(NewOf, -1);
        Array.Fill(OldOf, -1);
    }

    /// <summary>The new node of each old node, or -1.</summary>
    public int[] NewOf { get; }

    /// <summary>The old node of each new node, or -1.</summary>
    public int[] OldOf { get; }

    public static TreeMatching Of(MemberSyntax old, MemberSyntax @new)
    {
        var matching = new TreeMatching(old, @new);
        matching.Pair(0, 0);
        matching.MatchUniqueSubtrees();
        matching.MatchContainers();
        matching.MatchChildren();
        matching.MatchLeftOverSubtrees();
        return matching;
    }

    private void Pair(int old, int @new)
    {
        NewOf[old] = @new;
        OldOf[@new] = old;
    }

    /// <summary>Pairs two equal subtrees node by node, leaving alone what is paired already.</summary>
    private void PairSubtrees(int old, int @new)
    {
        for (var i = 0; i < _old.End[old] - old; i++)
            if (NewOf[old + i] < 0 && OldOf[@new + i] < 0) Pair(old + i, @new + i);
    }

    private void MatchUniqueSubtrees()
    {
        var oldBySize = BySize(_old);
        var newBySize = BySize(_new);
        foreach (var size in oldBySize.Keys.OrderDescending())
        {
            if (!newBySize.TryGetValue(size, out var candidates)) continue;
            var olds = Unmatched(oldBySize[size], NewOf).ToLookup(i => _old.SubtreeHash[i]);
            foreach (var group in Unmatched(candidates, OldOf).ToLookup(i => _new.SubtreeHash[i]))
                if (group.Count() == 1 && olds[group.Key].Count() == 1) PairSubtrees(olds[group.Key].First(), group.First());
        }
    }

    /// <summary>Inner nodes by the number of nodes below them.</summary>
    private static Dictionary<int, List<int>> BySize(MemberSyntax tree)
    {
        var bySize = new Dictionary<int, List<int>>();
        for (var i = 1; i < tree.Count; i++)
        {
            var size = tree.End[i] - i;
            if (size == 1) continue;
            if (!bySize.TryGetValue(size, out var list)) bySize.Add(size, list = []);
            list.Add(i);
        }

        return bySize;
    }

    private static List<int> Unmatched(List<int> nodes, int[] partners) => nodes.FindAll(i => partners[i] < 0);

    private void MatchContainers()
    {
        for (var old = _old.Count - 1; old > 0; old--)
        {
            if (NewOf[old] >= 0) continue;
            var candidates = new Dictionary<int, int>();
            for (var below = old + 1; below < _old.End[old]; below++)
            {
                if (NewOf[below] < 0) continue;
                for (var up = _new.Parent[NewOf[below]]; up > 0; up = _new.Parent[up])
                    if (OldOf[up] < 0 && _new.Nodes[up].RawKind == _old.Nodes[old].RawKind) candidates[up] = candidates.GetValueOrDefault(up) + 1;
            }

            var (best, bestDice) = (-1, 0.0);
            foreach (var (candidate, common) in candidates.OrderBy(c => c.Key))
            {
                var dice = 2.0 * common / (_old.End[old] - old - 1 + _new.End[candidate] - candidate - 1);
                if (dice > bestDice) (best, bestDice) = (candidate, dice);
            }

            if (bestDice >= ContainerThreshold) Pair(old, best);
        }
    }

    private void MatchChildren()
    {
        for (var old = 0; old < _old.Count; old++)
        {
            if (NewOf[old] < 0) continue;
            var olds = _old.Children(old).ToArray();
            var news = _new.Children(NewOf[old]).ToArray();
            if (olds.Length == 0 || news.Length == 0) continue;
            var partner = SequenceAlignment.Align(
                Array.ConvertAll(olds, o => NewOf[o] < 0 ? _old.SubtreeHash[o] : (ulong)NewOf[o]),
                Array.ConvertAll(news, n => OldOf[n] < 0 ? _new.SubtreeHash[n] : (ulong)n));
            var (gapOld, gapNew) = (0, 0);
            for (var i = 0; i <= olds.Length; i++)
            {
                if (i < olds.Length && partner[i] < 0) continue;
                var endNew = i < olds.Length ? partner[i] : news.Length;
                MatchGap([.. olds[gapOld..i].Where(o => NewOf[o] < 0)], [.. news[gapNew..endNew].Where(n => OldOf[n] < 0)]);
                if (i < olds.Length && NewOf[olds[i]] < 0) PairSubtrees(olds[i], news[endNew]);
                (gapOld, gapNew) = (i + 1, endNew + 1);
            }
        }
    }

    /// <summary>The alignment of two short runs of siblings with the greatest total likeness.</summary>
    private void MatchGap(int[] olds, int[] news)
    {
        if (olds.Length == 0 || news.Length == 0 || (long)olds.Length * news.Length > 1_000_000) return;
        var likeness = new double[olds.Length, news.Length];
        var total = new double[olds.Length + 1, news.Length + 1];
        for (var i = olds.Length - 1; i >= 0; i--)
        {
            for (var j = news.Length - 1; j >= 0; j--)
            {
                likeness[i, j] = Likeness(olds[i], news[j]);
                total[i, j] = Math.Max(Math.Max(total[i + 1, j], total[i, j + 1]), likeness[i, j] > 0 ? total[i + 1, j + 1] + likeness[i, j] : 0);
            }
        }

        for (int i = 0, j = 0; i < olds.Length && j < news.Length;)
        {
            if (likeness[i, j] > 0 && total[i, j] == total[i + 1, j + 1] + likeness[i, j]) Pair(olds[i++], news[j++]);
            else if (total[i + 1, j] >= total[i, j + 1]) i++;
            else j++;
        }
    }

    private double Likeness(int old, int @new)
    {
        if (_old.Nodes[old].RawKind != _new.Nodes[@new].RawKind) return 0;
        var left = SortedTokens(true, old);
        var right = SortedTokens(false, @new);
        var common = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j]) (common, i, j) = (common + 1, i + 1, j + 1);
            else if (left[i] < right[j]) i++;
            else j++;
        }

        var dice = left.Length + right.Length == 0 ? 1 : 2.0 * common / (left.Length + right.Length);
        if (_old.Nodes[old] is StatementSyntax and not BlockSyntax && dice < StatementThreshold) return 0;
        return dice + 0.1;
    }

    private ulong[] SortedTokens(bool isOld, int node)
    {
        if (_sortedTokens.TryGetValue((isOld, node), out var tokens)) return tokens;
        var tree = isOld ? _old : _new;
        tokens = tree.Tokens[tree.FirstToken[node]..tree.TokenEnd[node]];
        Array.Sort(tokens);
        return _sortedTokens[(isOld, node)] = tokens;
    }

    private void MatchLeftOverSubtrees()
    {
        var left = new Dictionary<ulong, Queue<int>>();
        for (var i = 1; i < _new.Count; i++)
        {
            if (OldOf[i] >= 0 || _new.End[i] - i == 1) continue;
            if (!left.TryGetValue(_new.SubtreeHash[i], out var queue)) left.Add(_new.SubtreeHash[i], queue = new Queue<int>());
            queue.Enqueue(i);
        }

        for (var i = 1; i < _old.Count; i++)
        {
            if (NewOf[i] >= 0 || !left.TryGetValue(_old.SubtreeHash[i], out var queue)) continue;
            while (queue.TryDequeue(out var candidate))
            {
                if (OldOf[candidate] >= 0) continue;
                PairSubtrees(i, candidate);
                break;
            }
        }
    }
}
