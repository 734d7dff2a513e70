using System.Globalization;
using AstRegistry.FieldStudy.History;
using AstRegistry.FieldStudy.Renames;
using AstRegistry.Renames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.FieldStudy;

/// <summary>Replays the last commits of repositories and judges what the detector of renames says of each.</summary>
internal static class RenamesCommand
{
    public static int Run(string[] args)
    {
        var arguments = new Arguments(args);
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview).WithDocumentationMode(DocumentationMode.None)
            .WithPreprocessorSymbols(arguments.Get("--define", "").Split(';', StringSplitOptions.RemoveEmptyEntries));
        var commitCount = int.Parse(arguments.Get("--commits", "300"), CultureInfo.InvariantCulture);
        var doubts = int.Parse(arguments.Get("--doubts", "0"), CultureInfo.InvariantCulture);
        var missed = int.Parse(arguments.Get("--missed", "0"), CultureInfo.InvariantCulture);
        var all = new RenameScores();
        foreach (var repository in arguments.Plain)
        {
            using var history = new GitHistory(repository);
            var commits = history.ReadCommits(commitCount, arguments.Get("--path", ""));
            var projects = new ProjectHistory(history, options);
            var total = new RenameScores();
            BigStack.ForEach(commits, () => new RenameJudge(projects), (judge, commit) => judge.Judge(commit), judge => total.Add(judge.Scores));
            Print(Path.GetFileName(repository.TrimEnd('/')), total, doubts);
            foreach (var miss in total.Missed.OrderBy(m => m.About).ThenBy(m => m.Commit, StringComparer.Ordinal).Take(missed)) Write($"  missed {miss.Commit[..10]} {miss.Old.Kind} {miss.Old.Key} -> {miss.New.Key}");
            all.Add(total);
        }

        if (arguments.Plain.Count > 1) Print("together", all, 0);
        return 0;
    }

    private static void Print(string title, RenameScores scores, int doubts)
    {
        Write($"{title}: {scores.Commits} commits, {scores.Projects} changed projects, {scores.Gone} keys went");
        Write($"  {"claims",-32}{"right",8}{"contradicted",14}{"silent",8}");
        foreach (var about in Enum.GetValues<About>())
        {
            foreach (var step in Enum.GetValues<RenameStep>())
            {
                var verdicts = Array.ConvertAll(Enum.GetValues<Verdict>(), v => scores.Claims(about, step, v));
                if (verdicts.Sum() > 0) Write($"  {$"{about} {step}",-32}{verdicts[0],8}{verdicts[1],14}{verdicts[2],8}");
            }
        }

        foreach (var about in Enum.GetValues<About>())
        {
            foreach (var change in Enum.GetValues<KeyChange>())
            {
                var known = scores.Known(about, change);
                if (known > 0) Write($"  {$"{about} {change}",-32}{known,6} known, automatic {Found(RenameStep.MemberBody)}, with only overloads {Found(RenameStep.OnlyOverload)}, with scores {Found(RenameStep.Score)}");

                string Found(RenameStep upTo) => $"{scores.Found(about, change, upTo)} ({Share(scores.Found(about, change, upTo), known)})";
            }
        }

        foreach (var doubt in scores.Doubts.OrderBy(d => d.Verdict).ThenBy(d => d.Claim.Step).ThenBy(d => d.Commit, StringComparer.Ordinal).Take(doubts)) Print(doubt);
        Write("");
    }

    private static void Print(Doubt doubt)
    {
        Write($"  {doubt.Verdict} {doubt.Commit[..10]} {doubt.Claim.Step} {doubt.Claim}");
        Write($"    oracle {doubt.Oracle}");
        Write($"    old    {OneLine(doubt.OldText)}");
        Write($"    new    {OneLine(doubt.NewText)}");
    }

    private static string OneLine(string text)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > 300 ? text[..300] : text;
    }

    private static string Share(long part, long whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / Math.Max(1, whole):F1} %");

    private static void Write(string line) => Console.WriteLine(line);
}
