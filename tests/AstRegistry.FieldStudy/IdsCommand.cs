using System.Globalization;
using AstRegistry.FieldStudy.History;
using AstRegistry.FieldStudy.Oracle;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.FieldStudy;

/// <summary>Replays the last commits of repositories and judges how node ids survive the edits of members.</summary>
internal static class IdsCommand
{
    public static int Run(string[] args)
    {
        var arguments = new Arguments(args);
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview)
            .WithPreprocessorSymbols(arguments.Get("--define", "").Split(';', StringSplitOptions.RemoveEmptyEntries));
        var commitCount = int.Parse(arguments.Get("--commits", "300"), CultureInfo.InvariantCulture);
        var examples = int.Parse(arguments.Get("--examples", "0"), CultureInfo.InvariantCulture);
        HistoryJudge? all = null;
        foreach (var repository in arguments.Plain)
        {
            using var history = new GitHistory(repository);
            var commits = history.ReadCommits(commitCount, arguments.Get("--path", ""));
            var total = new HistoryJudge(history, options, examples);
            BigStack.ForEach(commits, () => new HistoryJudge(history, options, examples), (judge, commit) => judge.Judge(commit), total.Add);
            Print($"{Path.GetFileName(repository)}, {commits.Count} commits", total);
            if (all is null) all = total;
            else all.Add(total);
        }

        if (arguments.Plain.Count > 1) Print("together", all!);
        foreach (var example in all!.Scores.Examples.OrderBy(e => e.Commit).ThenBy(e => e.Old.SpanStart).Take(examples)) Print(example);
        return all.ProductScores.Violations.Count + all.ProductScores.Duplicates == 0 ? 0 : 1;
    }

    private static void Print(string title, HistoryJudge judge)
    {
        var scores = judge.Scores;
        var survivors = Math.Max(1, scores.Agreements.Sum());
        Write($"{title}: {scores.Members} changed members, {scores.OldNodes} old nodes, {survivors} survive");
        Write($"  matching by token alignment: confirmed {Share(scores.Agreements[(int)Agreement.Confirmed], survivors)}, nothing to say {Share(scores.Agreements[(int)Agreement.Silent], survivors)}, contradicted {Share(scores.Agreements[(int)Agreement.Contradicted], survivors)}");
        Write($"  {"recall / false, %",-38}{string.Concat(IdScores.Sets.Select(s => $"{s,18}"))}");
        for (var scheme = 0; scheme < HistoryJudge.Schemes.Length; scheme++)
        {
            var row = $"  {HistoryJudge.Schemes[scheme],-38}";
            for (var set = 0; set < IdScores.Sets.Length; set++)
                row += string.Create(CultureInfo.InvariantCulture, $"{scores.Scores[scheme, set].Recall,10:F2} /{scores.Scores[scheme, set].FalseRate,6:F2}");
            Write(row);
        }

        for (var kind = 0; kind < 2; kind++)
        {
            var sum = Math.Max(1, Enumerable.Range(0, scores.Levels.GetLength(1)).Sum(l => scores.Levels[kind, l]));
            Write($"  reference, {(kind == 0 ? "anchors" : "other nodes")} by level: {string.Join(", ", Enumerable.Range(0, scores.Levels.GetLength(1)).Select(l => $"{(l < 4 ? $"L{l}" : l == 4 ? "ambiguous" : "slots")} {Share(scores.Levels[kind, l], sum)}"))}");
        }

        Print(judge.ProductScores);
        var lost = judge.LostByCommit.Sum(c => c.Lost);
        Write($"  product: of {lost} statements that lost their id, most in {string.Join(", ", judge.LostByCommit.OrderByDescending(c => c.Lost).Take(4).Select(c => $"{c.Commit} ({Share(c.Lost, lost)})"))}");
        Write("");
    }

    private static void Print(ProductScores product)
    {
        Write($"  product: {product.UnchangedMembers} unchanged members ({product.MovedMembers} in another file, {product.UnchangedNodes} nodes), {product.Violations.Count} with a changed id; {product.Duplicates} ids not unique; {product.KeyChanges.Count} pairs with another member id; {product.Mismatches.Count} members whose rows are not the tree's nodes");
        Write($"  product: {product.StructuralNodes} S nodes, at level 0 {Share(product.AtLevelZero, product.StructuralNodes)}, ambiguous {Share(product.Ambiguous, product.StructuralNodes)}; {product.NewNodes} new nodes, {product.TakeOvers} bear an old id, by chance {product.ChanceTakeOvers}");
        foreach (var line in product.Violations.Take(5)) Write("    changed id: " + line);
        foreach (var line in product.KeyChanges.Take(5)) Write("    other member id: " + line);
        foreach (var line in product.Mismatches.Take(5)) Write("    rows differ: " + line);
    }

    private static void Print(FalseIdentity example)
    {
        Write($"  {example.Commit[..10]} {example.Pair.NewPath} {example.Pair.Key}");
        Write($"    old      {Describe(example.Old)}");
        Write($"    survivor {Describe(example.Survivor)}");
        Write($"    bearer   {Describe(example.Bearer)}");
    }

    private static string Describe(SyntaxNode node) => $"{node.Kind()} {OneLine(node)} in {OneLine(node.Parent!)}";

    private static string OneLine(SyntaxNode node)
    {
        var text = string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > 120 ? text[..120] : text;
    }

    private static string Share(long part, long whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / Math.Max(1, whole):F2} %");

    private static void Write(string line) => Console.WriteLine(line);
}
