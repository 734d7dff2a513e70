using AstRegistry.Locking;
using AstRegistry.Renames;

namespace AstRegistry.FieldStudy.Renames;

/// <summary>What a rename is about.</summary>
internal enum About
{
    Types,
    Members,
}

/// <summary>What the oracle says of a claim.</summary>
internal enum Verdict
{
    /// <summary>It says the same.</summary>
    Right,

    /// <summary>It knows another successor or another predecessor.</summary>
    Contradicted,

    /// <summary>It knows neither.</summary>
    Silent,
}

/// <summary>What changed of a key.</summary>
internal enum KeyChange
{
    /// <summary>The declaration's own part.</summary>
    Own,

    /// <summary>The own part of a constructor, operator or conversion, which are never proposed.</summary>
    OwnNeverProposed,

    /// <summary>Only the container's part.</summary>
    Container,
}

/// <summary>A rename that the oracle knows.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Change">What changed of the key.</param>
/// <param name="FoundBy">The step that claims it, or null.</param>
internal readonly record struct KnownRename(About About, KeyChange Change, RenameStep? FoundBy);

/// <summary>A claim that the oracle does not confirm.</summary>
internal sealed record Doubt(string Commit, Rename Claim, Verdict Verdict, string Oracle, string OldText, string NewText);

/// <summary>A rename that the oracle knows and no step claims.</summary>
internal sealed record Miss(string Commit, About About, LockKey Old, LockKey New);

/// <summary>Sums over commits.</summary>
internal sealed class RenameScores
{
    private readonly Dictionary<(About, RenameStep, Verdict), int> _claims = [];
    private readonly Dictionary<KnownRename, int> _known = [];

    public List<Doubt> Doubts { get; } = [];

    /// <summary>Renames that the oracle knows and no step claims.</summary>
    public List<Miss> Missed { get; } = [];

    public int Commits { get; set; }

    public int Projects { get; set; }

    public int Gone { get; set; }

    public int Claims(About about, RenameStep step, Verdict verdict) => _claims.GetValueOrDefault((about, step, verdict));

    public int Known(About about, KeyChange change) => _known.Where(k => k.Key.About == about && k.Key.Change == change).Sum(k => k.Value);

    /// <summary>The known renames that the steps up to one found.</summary>
    public int Found(About about, KeyChange change, RenameStep upTo) =>
        _known.Where(k => k.Key.About == about && k.Key.Change == change && k.Key.FoundBy <= upTo).Sum(k => k.Value);

    public void Count(About about, RenameStep step, Verdict verdict) => Add(_claims, (about, step, verdict), 1);

    public void Count(KnownRename known) => Add(_known, known, 1);

    public void Add(RenameScores other)
    {
        foreach (var (key, count) in other._claims) Add(_claims, key, count);
        foreach (var (key, count) in other._known) Add(_known, key, count);
        Doubts.AddRange(other.Doubts);
        Missed.AddRange(other.Missed);
        Commits += other.Commits;
        Projects += other.Projects;
        Gone += other.Gone;
    }

    private static void Add<TKey>(Dictionary<TKey, int> sums, TKey key, int count)
        where TKey : notnull => sums[key] = sums.GetValueOrDefault(key) + count;
}
