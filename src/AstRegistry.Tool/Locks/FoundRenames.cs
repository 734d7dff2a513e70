using AstRegistry.Locking;
using AstRegistry.Renames;

namespace AstRegistry.Tool.Locks;

/// <summary>The renames that count, and those that might.</summary>
/// <param name="Renames">What counts: found for certain, or confirmed.</param>
/// <param name="Proposals">What is left to confirm.</param>
/// <param name="Baseline">From what they were told; null where nobody had to ask.</param>
internal sealed record FoundRenames(IReadOnlyList<(LockKey From, LockKey To)> Renames, IReadOnlyList<Rename> Proposals, Baseline? Baseline)
{
    /// <summary>Nobody had to ask.</summary>
    public static FoundRenames None { get; } = new([], [], null);

    /// <summary>Puts together what was found and what a person confirmed; the person knows better.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="gone">The keys that are no more.</param>
    /// <param name="added">The keys that are new.</param>
    /// <param name="options">What was confirmed.</param>
    /// <param name="baseline">From what it was found.</param>
    /// <exception cref="ToolException">What was confirmed does not exist.</exception>
    public static FoundRenames Of(RenameReport report, IReadOnlyCollection<LockKey> gone, IReadOnlyCollection<LockKey> added, LockRunOptions options, Baseline baseline)
    {
        var renames = new Dictionary<LockKey, LockKey>();
        foreach (var (from, to) in options.Accepted) Confirm(Find(gone, from, "is gone"), Find(added, to, "is new"), gone, added, renames);
        var taken = renames.Values.ToHashSet();
        var certain = options.AcceptsProposals ? report.Renames.Concat(report.Proposals) : report.Renames;
        foreach (var rename in certain) Take(rename);
        return new(
            [.. renames.Select(static pair => (pair.Key, pair.Value))],
            [.. report.Proposals.Where(proposal => !renames.ContainsKey(proposal.From) && !taken.Contains(proposal.To))],
            baseline);

        void Take(Rename rename)
        {
            if (!renames.ContainsKey(rename.From) && taken.Add(rename.To)) renames.Add(rename.From, rename.To);
        }
    }

    /// <summary>Confirms one rename. What a type contains comes along.</summary>
    private static void Confirm(LockKey from, LockKey to, IEnumerable<LockKey> gone, IReadOnlyCollection<LockKey> added, Dictionary<LockKey, LockKey> renames)
    {
        renames[from] = to;
        if (from.Kind != "type" || to.Kind != "type") return;
        var candidates = added.ToHashSet();
        foreach (var key in gone.Where(key => key.Key.StartsWith(from.Key, StringComparison.Ordinal) && key.Key.Length > from.Key.Length && key.Key[from.Key.Length] is '.' or '+'))
        {
            var follower = new LockKey(key.Kind, to.Key + key.Key[from.Key.Length..]);
            if (candidates.Contains(follower)) renames.TryAdd(key, follower);
        }
    }

    private static LockKey Find(IEnumerable<LockKey> keys, string text, string what)
    {
        var found = keys.Where(key => key.Key == text || $"{key.Kind}:{key.Key}" == text).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new ToolException($"--accept: nothing that {what} has the key '{text}'. 'astregistry lock --check' lists what is gone and what is new.", ExitCode.Usage),
            _ => throw new ToolException($"--accept: '{text}' stands for {string.Join(" and ", found)}. Put the kind and a colon before it.", ExitCode.Usage),
        };
    }
}
