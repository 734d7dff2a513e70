using AstRegistry.FieldStudy.History;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.FieldStudy.Trees;

/// <summary>One member before and after a commit.</summary>
internal sealed record MemberPair(string Key, string OldPath, string NewPath, SyntaxNode Old, SyntaxNode New);

/// <summary>Pairs the members of a commit's files by key: inside a file first, then what moved from one changed file to another.</summary>
internal static class MemberPairing
{
    public static List<MemberPair> Pair(GitHistory history, Commit commit, CSharpParseOptions options)
    {
        var pairs = new List<MemberPair>();
        var gone = new Dictionary<string, (string Path, SyntaxNode Member)?>();
        var came = new Dictionary<string, (string Path, SyntaxNode Member)?>();
        foreach (var change in commit.Changes)
        {
            var before = MembersByKey(history.ReadBlob(change.OldBlob), options);
            var after = MembersByKey(history.ReadBlob(change.NewBlob), options);
            foreach (var (key, member) in before)
            {
                if (after.Remove(key, out var partner)) pairs.Add(new MemberPair(key, change.OldPath, change.NewPath, member, partner));
                else gone[key] = gone.ContainsKey(key) ? null : (change.OldPath, member);
            }

            foreach (var (key, member) in after) came[key] = came.ContainsKey(key) ? null : (change.NewPath, member);
        }

        foreach (var (key, old) in gone)
            if (old is { } from && came.TryGetValue(key, out var @new) && @new is { } to) pairs.Add(new MemberPair(key, from.Path, to.Path, from.Member, to.Member));
        return pairs;
    }

    /// <summary>The members of a file whose key no other member of the file has.</summary>
    private static Dictionary<string, SyntaxNode> MembersByKey(string text, CSharpParseOptions options)
    {
        if (text.Length == 0) return [];
        return MemberFinder.Find(CSharpSyntaxTree.ParseText(text, options).GetRoot())
            .GroupBy(m => m.Key).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Declaration);
    }
}
