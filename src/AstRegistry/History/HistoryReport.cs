using System.Diagnostics;

namespace AstRegistry;

/// <summary>What a <see cref="HistoryVerifier"/> found in the history of a registry.</summary>
/// <param name="Registry">The registry.</param>
/// <param name="Head">The head.</param>
/// <param name="Versions">How many versions were found to be sound.</param>
/// <param name="LastSoundRevision">Versions up to this one are sound, apart from those that were compacted away.</param>
/// <param name="Findings">What is wrong, in the order of revisions; none where all is sound.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record HistoryReport(string Registry, HistoryHead Head, long Versions, long LastSoundRevision, IReadOnlyList<HistoryFinding> Findings)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => Findings.Count == 0;

    /// <summary>The verdict in a sentence.</summary>
    public override string ToString() => IsSound
        ? FormattableString.Invariant($"'{Registry}' is sound: {Versions} versions through {LastSoundRevision}.")
        : FormattableString.Invariant($"'{Registry}' is sound through version {LastSoundRevision} of {Head.Revision}. {string.Join(" ", Findings)}");
}
