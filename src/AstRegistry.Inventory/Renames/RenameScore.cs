namespace AstRegistry.Renames;

/// <summary>
/// Scores what went against what came: equal body 5, 4 or 2 by its length, equal name 3, same container 2, equal signature 2, each
/// neighbour that lives on as the other's neighbour 1.
/// </summary>
internal sealed class RenameScore(IReadOnlyList<DeclaredMember> before, IReadOnlyList<DeclaredMember> after, MemberRenames renames)
{
    private const int Enough = 7;
    private const int Margin = 2;
    private const int LongBody = 16;
    private const int ShortBody = 8;

    /// <summary>Pairs in a group of candidates, above which nothing stands out.</summary>
    private const long Crowd = 1024;

    private enum Join
    {
        BodyAndContainer,
        BodyAndName,
        BodyAndSignature,
        BodyAndPrevious,
        BodyAndNext,
        NameAndContainer,
        NameAndSignature,
        ContainerAndSignatureAndPrevious,
    }

    /// <summary>
    /// The pairs that score enough, and better by the margin than any other pair of either. Only pairs that have something in common are
    /// scored: one of the joins holds of every pair that comes near enough to matter.
    /// </summary>
    public IEnumerable<(int Old, int New, int Points, int Next)> Best(IEnumerable<int> gone, IEnumerable<int> came)
    {
        var (pairs, crowded) = Candidates([.. gone], [.. came]);
        var best = new Dictionary<(bool IsNew, int Member), (int Points, int Next, int Partner)>();
        foreach (var (old, @new) in pairs)
        {
            var points = Points(old, @new);
            Enter(best, (false, old), points, @new);
            Enter(best, (true, @new), points, old);
        }

        foreach (var entry in best)
        {
            var ((isNew, old), (points, next, @new)) = (entry.Key, entry.Value);
            if (isNew || points < Enough || crowded.Contains((false, old)) || crowded.Contains((true, @new))) continue;
            var back = best[(true, @new)];
            next = Math.Max(next, back.Next);
            if (back.Partner == old && points - next >= Margin) yield return (old, @new, points, next);
        }
    }

    private static void Enter(Dictionary<(bool, int), (int Points, int Next, int Partner)> best, (bool, int) member, int points, int partner)
    {
        best.TryGetValue(member, out var known);
        best[member] = points > known.Points ? (points, known.Points, partner) : (known.Points, Math.Max(known.Next, points), known.Partner);
    }

    private int Points(int old, int @new)
    {
        var (was, @is) = (before[old], after[@new]);
        var points = 0;
        if (was.BodyDigest == @is.BodyDigest && was.BodyTokenCount > 0) points += was.BodyTokenCount >= LongBody ? 5 : was.BodyTokenCount >= ShortBody ? 4 : 2;
        if (was.Name == @is.Name) points += 3;
        if (renames.ContainerNow(was) == @is.Type) points += 2;
        if (SignatureOf(was) == (@is.ReturnType, @is.Signature)) points += 2;
        if (PreviousOf(was) is >= 0 and var previous && previous == @is.Previous) points++;
        if (NextOf(was) is >= 0 and var next && next == @is.Next) points++;
        return points;
    }

    private (HashSet<(int Old, int New)> Pairs, HashSet<(bool IsNew, int Member)> Crowded) Candidates(int[] gone, int[] came)
    {
        var groups = new Dictionary<(Join, string, ulong, int, string, string), (List<int> Olds, List<int> News)>();
        foreach (var i in gone)
        {
            var (returnType, signature) = SignatureOf(before[i]);
            foreach (var key in Keys(before[i], renames.ContainerNow(before[i]), PreviousOf(before[i]), NextOf(before[i]), returnType, signature)) GroupOf(key).Olds.Add(i);
        }

        foreach (var i in came)
        {
            var member = after[i];
            foreach (var key in Keys(member, member.Type, member.Previous, member.Next, member.ReturnType, member.Signature)) GroupOf(key).News.Add(i);
        }

        var pairs = new HashSet<(int, int)>();
        var crowded = new HashSet<(bool, int)>();
        foreach (var (olds, news) in groups.Values)
        {
            if ((long)olds.Count * news.Count <= Crowd)
            {
                foreach (var old in olds) pairs.UnionWith(news.Select(@new => (old, @new)));
                continue;
            }

            crowded.UnionWith(olds.Select(static i => (false, i)));
            crowded.UnionWith(news.Select(static i => (true, i)));
        }

        return (pairs, crowded);

        (List<int> Olds, List<int> News) GroupOf((Join, string, ulong, int, string, string) key)
        {
            if (!groups.TryGetValue(key, out var group)) groups.Add(key, group = ([], []));
            return group;
        }
    }

    /// <summary>What a member can be found by: the kind of join, the kind of member, and what is compared.</summary>
    private static IEnumerable<(Join, string, ulong, int, string, string)> Keys(
        DeclaredMember member, int container, int previous, int next, string returnType, string signature)
    {
        var kind = member.Key.Kind;
        if (member.BodyTokenCount > 0)
        {
            var body = member.BodyDigest;
            if (container >= 0) yield return (Join.BodyAndContainer, kind, body, container, "", "");
            yield return (Join.BodyAndName, kind, body, 0, member.Name, "");
            yield return (Join.BodyAndSignature, kind, body, 0, returnType, signature);
            if (previous >= 0) yield return (Join.BodyAndPrevious, kind, body, previous, "", "");
            if (next >= 0) yield return (Join.BodyAndNext, kind, body, next, "", "");
        }

        if (container >= 0) yield return (Join.NameAndContainer, kind, 0, container, member.Name, "");
        yield return (Join.NameAndSignature, kind, 0, 0, member.Name, returnType + " " + signature);
        if (container >= 0 && previous >= 0) yield return (Join.ContainerAndSignatureAndPrevious, kind, (ulong)previous, container, returnType, signature);
    }

    private (string ReturnType, string Signature) SignatureOf(DeclaredMember old) => (renames.ReturnTypeNow(old), renames.SignatureNow(old));

    private int PreviousOf(DeclaredMember old) => renames.Members.NewOf(old.Previous);

    private int NextOf(DeclaredMember old) => renames.Members.NewOf(old.Next);
}
