using AstRegistry.FieldStudy.Oracle;
using AstRegistry.FieldStudy.Schemes;
using AstRegistry.FieldStudy.Trees;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.FieldStudy.History;

/// <summary>Judges the commits of one repository on one thread; the sums of several threads are joined.</summary>
internal sealed class HistoryJudge(GitHistory history, CSharpParseOptions options, int examples)
{
    /// <summary>The schemes of the design's table, and the product's last.</summary>
    public static string[] Schemes { get; } = [.. IdScheme.Table.Select(s => s.Name), "escalating, 16 bits (product)"];

    private static readonly int Reference = IdScheme.Table.Length - 1;
    private static readonly int Product = IdScheme.Table.Length;

    public IdScores Scores { get; } = new(Schemes.Length);

    public ProductScores ProductScores { get; } = new();

    /// <summary>The commits in which surviving statements lost their product id, with their number.</summary>
    public List<(string Commit, long Lost)> LostByCommit { get; } = [];

    public void Judge(Commit commit)
    {
        var lost = LostStatements;
        var product = new ProductScheme();
        foreach (var pair in MemberPairing.Pair(history, commit, options))
        {
            var old = new MemberSyntax(pair.Old);
            var @new = new MemberSyntax(pair.New);
            var oldIds = product.Read(old);
            var newIds = product.Read(@new);
            if (oldIds is null || newIds is null) ProductScores.Mismatches.Add($"{commit.Name[..10]} {pair.NewPath} {pair.Key}");
            else if (oldIds.MemberId != newIds.MemberId) ProductScores.KeyChanges.Add($"{commit.Name[..10]} {pair.NewPath} {pair.Key}");
            else if (old.Tokens.AsSpan().SequenceEqual(@new.Tokens)) ProductScores.JudgeUnchanged(pair, oldIds, newIds);
            else JudgeChanged(commit, pair, old, @new, oldIds, newIds);
        }

        if (LostStatements > lost) LostByCommit.Add((commit.Name[..10], LostStatements - lost));
    }

    private long LostStatements => Scores.Scores[Product, 0].Survivors - Scores.Scores[Product, 0].Kept;

    public void Add(HistoryJudge other)
    {
        Scores.Add(other.Scores);
        ProductScores.Add(other.ProductScores);
        LostByCommit.AddRange(other.LostByCommit);
    }

    private void JudgeChanged(Commit commit, MemberPair pair, MemberSyntax old, MemberSyntax @new, ProductMember oldProduct, ProductMember newProduct)
    {
        var matching = TreeMatching.Of(old, @new);
        Scores.Count(old, matching, new TokenAgreement(old, @new));
        for (var i = 0; i < IdScheme.Table.Length; i++)
        {
            var oldIds = IdScheme.Table[i].Assign(old);
            var newIds = IdScheme.Table[i].Assign(@new);
            Scores.Judge(i, old, matching.NewOf, oldIds, newIds);
            if (i != Reference) continue;
            Scores.CountLevels(@new, newIds);
            ProductScores.JudgeNewNodes(old, @new, matching.OldOf, oldProduct, newProduct, oldIds.Heads!, newIds.Heads!);
        }

        ProductScores.CountLevels(newProduct);
        Scores.Judge(Product, old, matching.NewOf, oldProduct.Nodes, newProduct.Nodes, (lost, bearer) =>
        {
            if (Scores.Examples.Count < examples)
                Scores.Examples.Add(new FalseIdentity(commit.Name, pair, old.Nodes[lost], @new.Nodes[matching.NewOf[lost]], @new.Nodes[bearer]));
        });
    }
}
