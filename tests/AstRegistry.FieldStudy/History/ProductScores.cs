using AstRegistry.FieldStudy.Schemes;
using AstRegistry.FieldStudy.Trees;
using AstRegistry.Identity;

namespace AstRegistry.FieldStudy.History;

/// <summary>What is asked of the product's ids beyond recall and false identities.</summary>
internal sealed class ProductScores
{
    public long UnchangedMembers { get; private set; }

    /// <summary>Of the unchanged members, those in another file than before.</summary>
    public long MovedMembers { get; private set; }

    public long UnchangedNodes { get; private set; }

    /// <summary>Unchanged members one of whose ids changed all the same. Must be none.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Pairs whose member id differs although the study's key is the same.</summary>
    public List<string> KeyChanges { get; } = [];

    /// <summary>Members whose rows are not the nodes of the tree.</summary>
    public List<string> Mismatches { get; } = [];

    /// <summary>Nodes that share their id with another node of their member. Must be none.</summary>
    public long Duplicates { get; private set; }

    public long StructuralNodes { get; private set; }

    public long AtLevelZero { get; private set; }

    public long Ambiguous { get; private set; }

    /// <summary>Nodes that are new, and of these the ones that bear the id of an old node, and those that do so by a collision of truncated hashes.</summary>
    public long NewNodes { get; private set; }

    public long TakeOvers { get; private set; }

    public long ChanceTakeOvers { get; private set; }

    /// <summary>An unchanged member must keep everything, in another file too.</summary>
    public void JudgeUnchanged(MemberPair pair, ProductMember old, ProductMember @new)
    {
        UnchangedMembers++;
        UnchangedNodes += old.Rows.Length - 1;
        if (pair.OldPath != pair.NewPath) MovedMembers++;
        if (!old.Nodes.Ids.AsSpan().SequenceEqual(@new.Nodes.Ids)) Violations.Add($"{pair.NewPath} {pair.Key}");
    }

    /// <summary>Counts the levels of one member, and ids that are not unique in it.</summary>
    public void CountLevels(ProductMember member)
    {
        var ids = new HashSet<ulong>();
        for (var i = 1; i < member.Rows.Length; i++)
        {
            if (!ids.Add(member.Nodes.Ids[i])) Duplicates++;
            if (!NodeKinds.IsStructural(member.Table.Kind[member.Rows[i]])) continue;
            StructuralNodes++;
            if (member.Nodes.Levels![i] == 0) AtLevelZero++;
            if (member.Nodes.Levels[i] == NodeIds.Ambiguous) Ambiguous++;
        }
    }

    /// <summary>New nodes that bear the id of an old node: by a rule where the discriminating text is equal, by chance where it is not.</summary>
    public void JudgeNewNodes(MemberSyntax oldTree, MemberSyntax newTree, int[] oldOf, ProductMember old, ProductMember @new, ulong[] oldHeads, ulong[] newHeads)
    {
        var bearers = new Dictionary<ulong, int>();
        for (var i = 1; i < oldTree.Count; i++) bearers.TryAdd(old.Nodes.Ids[i], i);
        for (var i = 1; i < newTree.Count; i++)
        {
            if (oldOf[i] >= 0) continue;
            NewNodes++;
            if (!bearers.TryGetValue(@new.Nodes.Ids[i], out var bearer)) continue;
            TakeOvers++;
            int oldRow = old.Rows[bearer], newRow = @new.Rows[i];
            var sameWord = old.Table.Kind[oldRow] == @new.Table.Kind[newRow] && old.Table.Name[oldRow] == @new.Table.Name[newRow];
            var sameText = old.Table.Discriminator[oldRow] == 0 || oldHeads[bearer] == newHeads[i]
                || SalientName.Of(oldTree.Nodes[bearer]) == SalientName.Of(newTree.Nodes[i]);
            if (!sameWord || !sameText) ChanceTakeOvers++;
        }
    }

    public void Add(ProductScores other)
    {
        UnchangedMembers += other.UnchangedMembers;
        MovedMembers += other.MovedMembers;
        UnchangedNodes += other.UnchangedNodes;
        Violations.AddRange(other.Violations);
        KeyChanges.AddRange(other.KeyChanges);
        Mismatches.AddRange(other.Mismatches);
        Duplicates += other.Duplicates;
        StructuralNodes += other.StructuralNodes;
        AtLevelZero += other.AtLevelZero;
        Ambiguous += other.Ambiguous;
        NewNodes += other.NewNodes;
        TakeOvers += other.TakeOvers;
        ChanceTakeOvers += other.ChanceTakeOvers;
    }
}
