using System.Globalization;
using AstRegistry.FieldStudy.History;
using AstRegistry.FieldStudy.Oracle;
using AstRegistry.FieldStudy.Schemes;
using AstRegistry.FieldStudy.Trees;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.FieldStudy;

/// <summary>Replays the last commits of a repository and judges how node ids survive the edits.</summary>
internal static class IdsCommand
{
    public static int Run(string[] args)
    {
        var arguments = new Arguments(args);
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview)
            .WithPreprocessorSymbols(arguments.Get("--define", "").Split(';', StringSplitOptions.RemoveEmptyEntries));
        var examples = int.Parse(arguments.Get("--examples", "0"), CultureInfo.InvariantCulture);
        var threshold = double.Parse(arguments.Get("--threshold", "0.5"), CultureInfo.InvariantCulture);
        TreeMatching.StatementThreshold = threshold;
        var all = new IdScores(IdScheme.Table.Length);
        foreach (var repository in arguments.Plain)
        {
            using var history = new GitHistory(repository);
            var commits = history.ReadCommits(int.Parse(arguments.Get("--commits", "300"), CultureInfo.InvariantCulture), arguments.Get("--path", ""));
            var total = new IdScores(IdScheme.Table.Length);
            BigStack.ForEach(commits, () => new IdScores(IdScheme.Table.Length), (scores, commit) => Judge(scores, history, commit, options, examples), total.Add);
            Print($"{Path.GetFileName(repository)}: {commits.Count} commits", total);
            all.Add(total);
            foreach (var example in total.Examples.OrderBy(e => e.Commit).ThenBy(e => e.Old.SpanStart).Take(examples)) Print(example);
        }

        if (arguments.Plain.Count > 1) Print("together", all);
        return 0;
    }

    private static void Judge(IdScores scores, GitHistory history, Commit commit, CSharpParseOptions options, int examples)
    {
        foreach (var pair in MemberPairing.Pair(history, commit, options))
        {
            var old = new MemberTree(pair.Old);
            var @new = new MemberTree(pair.New);
            if (old.Tokens.AsSpan().SequenceEqual(@new.Tokens)) continue;
            var matching = TreeMatching.Of(old, @new);
            var agreement = new TokenAgreement(old, @new);
            scores.Count(old, matching, agreement);
            for (var i = 0; i < IdScheme.Table.Length; i++)
            {
                var scheme = IdScheme.Table[i];
                scores.Judge(i, scheme.Name, old, @new, matching.NewOf, scheme.Assign(old), scheme.Assign(@new),
                    i == IdScheme.Table.Length - 1 && scores.Examples.Count < examples ? scores.Examples.Add : null, pair, commit.Name);
            }
        }
    }

    private static void Print(string title, IdScores total)
    {
        var matched = total.Agreements.Sum();
        Console.WriteLine($"{title}, {total.Members} changed members, {total.OldNodes} old nodes, {matched} survive");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  token alignment: confirms {100.0 * total.Agreements[1] / matched:F2} %, silent {100.0 * total.Agreements[0] / matched:F2} %, contradicts {100.0 * total.Agreements[2] / matched:F2} %"));
        Console.WriteLine($"  {"scheme",-38}{string.Concat(IdScores.Sets.Select(s => $"{s + " recall/false",26}"))}");
        for (var scheme = 0; scheme < IdScheme.Table.Length; scheme++)
        {
            Console.Write($"  {IdScheme.Table[scheme].Name,-38}");
            for (var set = 0; set < IdScores.Sets.Length; set++)
                Console.Write(string.Create(CultureInfo.InvariantCulture, $"{total.Scores[scheme, set].Recall,19:F2} /{total.Scores[scheme, set].FalseRate,5:F2}"));
            Console.WriteLine();
        }
    }

    private static void Print(FalseIdentity example)
    {
        Console.WriteLine($"  {example.Commit[..10]} {example.Pair.NewPath} {example.Pair.Key}");
        Console.WriteLine($"    old      {Line(example.Old)}");
        Console.WriteLine($"    survivor {(example.Survivor is null ? "" : Line(example.Survivor))}");
        Console.WriteLine($"    bearer   {Line(example.Bearer)}");
    }

    private static string Line(Microsoft.CodeAnalysis.SyntaxNode node)
    {
        var text = string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var parent = string.Join(' ', node.Parent!.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"{(SyntaxKind)node.RawKind} {(text.Length > 120 ? text[..120] : text)} in {(parent.Length > 120 ? parent[..120] : parent)}";
    }
}
