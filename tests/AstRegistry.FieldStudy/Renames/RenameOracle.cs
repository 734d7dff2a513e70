using AstRegistry.FieldStudy.Oracle;
using AstRegistry.Locking;

namespace AstRegistry.FieldStudy.Renames;

/// <summary>
/// Judges which declaration lives on as which by tokens alone, without names, keys or digests. Files that git pairs are aligned token by
/// token, and an aligned token is a vote for its old and new declaration; what this leaves open is compared with the declarations, in
/// whatever file, that share most of its rare runs of four tokens, and a member then with all members of the type that its type became. Two
/// are one if each is the other's best and they have at least half of their tokens, and half of the telling ones, in common.
/// </summary>
/// <remarks>
/// Its weaknesses: a member whose body was rewritten is lost, whatever its name says; of several short members of like form that come and go
/// in one place it may take the wrong one; equal members that were moved together are told apart only by the files that git pairs.
/// </remarks>
internal sealed class RenameOracle
{
    private const double Threshold = 0.5;
    private const int Run = 4;
    private const int CandidatesEach = 5;
    private const int MembersCompared = 200;

    private readonly Dictionary<LockKey, LockKey> _newOf = [];
    private readonly Dictionary<LockKey, LockKey> _oldOf = [];

    private RenameOracle(Dictionary<(LockKey Old, LockKey New), Votes> votes, Dictionary<LockKey, Stretch> olds, Dictionary<LockKey, Stretch> news, RenameOracle? containers)
    {
        Accept(votes, olds, news);
        Accept(Candidates(Open(olds, _newOf), Open(news, _oldOf)), olds, news);
        if (containers is null) return;
        var below = Open(news, _oldOf).Where(n => n.Value.Container is not null).ToLookup(n => n.Value.Container, n => n.Key);
        Accept(
            [.. Open(olds, _newOf).Where(o => o.Value.Container is not null)
                .SelectMany(o => below[containers.NewOf(o.Value.Container!.Value)].Take(MembersCompared).Select(n => (o.Key, n)))],
            olds,
            news);
    }

    /// <summary>Judges the members and the types of some pairs of files; a side may be missing.</summary>
    public static (RenameOracle Types, RenameOracle Members) Judge(IReadOnlyList<(DeclaredTokens? Old, DeclaredTokens? New)> files)
    {
        var partners = files.Select(f => f.Old is null || f.New is null ? null : SequenceAlignment.Align(f.Old.Hashes, f.New.Hashes)).ToArray();
        var types = Judge(files, partners, t => t.Types, null);
        return (types, Judge(files, partners, t => t.Members, types));
    }

    public LockKey? NewOf(LockKey old) => _newOf.TryGetValue(old, out var @new) ? @new : null;

    public LockKey? OldOf(LockKey @new) => _oldOf.TryGetValue(@new, out var old) ? old : null;

    private static RenameOracle Judge(IReadOnlyList<(DeclaredTokens? Old, DeclaredTokens? New)> files, int[]?[] partners, Func<DeclaredTokens, LockKey?[]> labels, RenameOracle? containers)
    {
        var votes = new Dictionary<(LockKey, LockKey), Votes>();
        for (var f = 0; f < files.Count; f++)
        {
            if (partners[f] is not { } partner) continue;
            var (old, @new) = (files[f].Old!, files[f].New!);
            for (var i = 0; i < partner.Length; i++)
            {
                if (partner[i] < 0 || labels(old)[i] is not { } from || labels(@new)[partner[i]] is not { } to) continue;
                var known = votes.GetValueOrDefault((from, to));
                votes[(from, to)] = new Votes(known.All + 1, known.Telling + (old.IsTelling[i] ? 1 : 0));
            }
        }

        return new RenameOracle(votes, Stretches(files.Select(f => f.Old), labels), Stretches(files.Select(f => f.New), labels), containers);
    }

    private static Dictionary<LockKey, Stretch> Stretches(IEnumerable<DeclaredTokens?> files, Func<DeclaredTokens, LockKey?[]> labels)
    {
        var stretches = new Dictionary<LockKey, Stretch>();
        foreach (var file in files)
        {
            for (var i = 0; i < file?.Hashes.Length; i++)
            {
                if (labels(file)[i] is not { } key) continue;
                if (!stretches.TryGetValue(key, out var stretch)) stretches.Add(key, stretch = new Stretch { Container = file.Types[i] });
                stretch.Add(file.Hashes[i], file.IsTelling[i]);
            }
        }

        return stretches;
    }

    private static IEnumerable<KeyValuePair<LockKey, Stretch>> Open(Dictionary<LockKey, Stretch> stretches, Dictionary<LockKey, LockKey> partners) =>
        stretches.Where(s => !partners.ContainsKey(s.Key));

    private void Accept(HashSet<(LockKey Old, LockKey New)> pairs, Dictionary<LockKey, Stretch> olds, Dictionary<LockKey, Stretch> news) =>
        Accept(pairs.ToDictionary(p => p, p => Compare(olds[p.Old], news[p.New])), olds, news);

    private void Accept(Dictionary<(LockKey Old, LockKey New), Votes> votes, Dictionary<LockKey, Stretch> olds, Dictionary<LockKey, Stretch> news)
    {
        var bestOfOld = new Dictionary<LockKey, (double Likeness, LockKey? Partner)>();
        var bestOfNew = new Dictionary<LockKey, (double Likeness, LockKey? Partner)>();
        foreach (var ((old, @new), common) in votes)
        {
            var likeness = Dice(common.All, olds[old].Hashes.Count, news[@new].Hashes.Count);
            var telling = Dice(common.Telling, olds[old].Telling, news[@new].Telling);
            if (likeness < Threshold || telling < Threshold) continue;
            Enter(bestOfOld, old, likeness, @new);
            Enter(bestOfNew, @new, likeness, old);
        }

        foreach (var (old, (_, partner)) in bestOfOld)
            if (partner is { } @new && bestOfNew[@new].Partner == old && _newOf.TryAdd(old, @new)) _oldOf[@new] = old;
    }

    /// <summary>Two that are equally good are none.</summary>
    private static void Enter(Dictionary<LockKey, (double Likeness, LockKey? Partner)> best, LockKey key, double likeness, LockKey partner)
    {
        if (!best.TryGetValue(key, out var known) || likeness > known.Likeness) best[key] = (likeness, partner);
        else if (likeness == known.Likeness) best[key] = (likeness, null);
    }

    private static double Dice(int common, int left, int right) => left + right == 0 ? 1 : 2.0 * common / (left + right);

    private static Votes Compare(Stretch old, Stretch @new)
    {
        var partner = SequenceAlignment.Align([.. old.Hashes], [.. @new.Hashes]);
        var matched = Enumerable.Range(0, partner.Length).Where(i => partner[i] >= 0).ToArray();
        return new Votes(matched.Length, matched.Count(i => old.IsTelling[i]));
    }

    /// <summary>For each old declaration the new ones with which it shares most runs, rare ones counting more.</summary>
    private static HashSet<(LockKey Old, LockKey New)> Candidates(IEnumerable<KeyValuePair<LockKey, Stretch>> olds, IEnumerable<KeyValuePair<LockKey, Stretch>> news)
    {
        var bearers = new Dictionary<(ulong, ulong, ulong, ulong), List<LockKey>>();
        foreach (var (key, stretch) in news)
        {
            foreach (var run in stretch.Runs())
            {
                if (!bearers.TryGetValue(run, out var list)) bearers.Add(run, list = []);
                list.Add(key);
            }
        }

        var pairs = new HashSet<(LockKey, LockKey)>();
        foreach (var (key, stretch) in olds)
        {
            var weights = new Dictionary<LockKey, double>();
            foreach (var run in stretch.Runs())
                if (bearers.TryGetValue(run, out var list) && list.Count <= 50)
                    foreach (var other in list) weights[other] = weights.GetValueOrDefault(other) + (1.0 / list.Count);
            foreach (var (other, _) in weights.OrderByDescending(w => w.Value).ThenBy(w => w.Key.Key, StringComparer.Ordinal).Take(CandidatesEach)) pairs.Add((key, other));
        }

        return pairs;
    }

    /// <summary>Aligned tokens that two declarations have in common.</summary>
    private readonly record struct Votes(int All, int Telling);

    /// <summary>The tokens of one declaration, in whatever files.</summary>
    private sealed class Stretch
    {
        /// <summary>The innermost type.</summary>
        public LockKey? Container { get; init; }

        public List<ulong> Hashes { get; } = [];

        public List<bool> IsTelling { get; } = [];

        public int Telling { get; private set; }

        public void Add(ulong hash, bool isTelling)
        {
            Hashes.Add(hash);
            IsTelling.Add(isTelling);
            if (isTelling) Telling++;
        }

        public HashSet<(ulong, ulong, ulong, ulong)> Runs()
        {
            var runs = new HashSet<(ulong, ulong, ulong, ulong)>();
            for (var i = 0; i + Run <= Hashes.Count; i++) runs.Add((Hashes[i], Hashes[i + 1], Hashes[i + 2], Hashes[i + 3]));
            return runs;
        }
    }
}
