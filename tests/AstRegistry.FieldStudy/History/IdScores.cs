using AstRegistry.FieldStudy.Oracle;
using AstRegistry.FieldStudy.Schemes;
using AstRegistry.FieldStudy.Trees;
using AstRegistry.Identity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.FieldStudy.History;

/// <summary>How the surviving nodes of one set fared under one scheme.</summary>
internal struct IdScore
{
    public long Survivors;
    public long Kept;
    public long False;

    public readonly double Recall => 100.0 * Kept / Math.Max(1, Survivors);

    public readonly double FalseRate => 100.0 * False / Math.Max(1, Survivors);

    public void Add(IdScore other)
    {
        Survivors += other.Survivors;
        Kept += other.Kept;
        False += other.False;
    }
}

/// <summary>A surviving node whose old id names another node after the edit.</summary>
internal sealed record FalseIdentity(string Commit, MemberPair Pair, SyntaxNode Old, SyntaxNode Survivor, SyntaxNode Bearer);

/// <summary>Sums over changed members, per scheme and per set of nodes.</summary>
internal sealed class IdScores(int schemes)
{
    /// <summary>Statements without blocks; structural nodes; all nodes.</summary>
    public static string[] Sets { get; } = ["statements", "S nodes", "all nodes"];

    public IdScore[,] Scores { get; } = new IdScore[schemes, Sets.Length];

    public long Members { get; private set; }

    public long OldNodes { get; private set; }

    /// <summary>Matched pairs by what the token alignment says of them.</summary>
    public long[] Agreements { get; } = new long[3];

    /// <summary>Anchors and other nodes of the reference by the level they closed at.</summary>
    public long[,] Levels { get; } = new long[2, NodeIds.Slot + 1];

    public List<FalseIdentity> Examples { get; } = [];

    public static bool IsIn(int set, SyntaxNode node) => set switch
    {
        0 => node is StatementSyntax and not BlockSyntax,
        1 => NodeKinds.IsStructural(node.RawKind),
        _ => true,
    };

    /// <summary>Counts the surviving nodes of one member that keep their id, and those whose old id names another node now.</summary>
    public void Judge(int scheme, MemberSyntax old, int[] newOf, NodeIds oldIds, NodeIds newIds, Action<int, int>? report = null)
    {
        var bearers = new Dictionary<ulong, int>();
        for (var i = 1; i < newIds.Ids.Length; i++) bearers.TryAdd(newIds.Ids[i], i);
        for (var i = 1; i < old.Count; i++)
        {
            if (newOf[i] < 0) continue;
            var isBorne = bearers.TryGetValue(oldIds.Ids[i], out var bearer);
            for (var set = 0; set < Sets.Length; set++)
            {
                if (!IsIn(set, old.Nodes[i])) continue;
                ref var score = ref Scores[scheme, set];
                score.Survivors++;
                if (isBorne && bearer == newOf[i]) score.Kept++;
                else if (isBorne) score.False++;
            }

            if (isBorne && bearer != newOf[i]) report?.Invoke(i, bearer);
        }
    }

    /// <summary>Counts one changed member and what the alignment says of its matching.</summary>
    public void Count(MemberSyntax old, TreeMatching matching, TokenAgreement agreement)
    {
        Members++;
        OldNodes += old.Count - 1;
        for (var i = 1; i < old.Count; i++)
            if (matching.NewOf[i] >= 0) Agreements[(int)agreement.Judge(i, matching.NewOf[i])]++;
    }

    public void CountLevels(MemberSyntax tree, NodeIds ids)
    {
        for (var i = 1; i < tree.Count; i++) Levels[EscalatingScheme.IsAnchor(tree.Nodes[i]) ? 0 : 1, ids.Levels![i]]++;
    }

    public void Add(IdScores other)
    {
        for (var scheme = 0; scheme < Scores.GetLength(0); scheme++)
            for (var set = 0; set < Sets.Length; set++) Scores[scheme, set].Add(other.Scores[scheme, set]);
        Members += other.Members;
        OldNodes += other.OldNodes;
        for (var i = 0; i < Agreements.Length; i++) Agreements[i] += other.Agreements[i];
        for (var i = 0; i < 2; i++)
            for (var level = 0; level <= NodeIds.Slot; level++) Levels[i, level] += other.Levels[i, level];
        Examples.AddRange(other.Examples);
    }
}
