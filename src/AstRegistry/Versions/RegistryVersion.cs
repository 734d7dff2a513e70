using System.Diagnostics;

namespace AstRegistry;

/// <summary>One version of a registry: what a commit made.</summary>
/// <param name="Revision">Its number: 1 for the first commit, one more for each next one, on whichever branch. 0 is the empty registry before all.</param>
/// <param name="Parent">The revision that it was made from; 0 for the first, and −1 for revision 0 itself.</param>
/// <param name="At">When it was made, by the clock of the process that made it; orders nothing.</param>
/// <param name="Actor">Who made it, as the caller said; empty if nobody was named.</param>
/// <param name="CommitId">Given once to each commit, so that a repeated one is recognized.</param>
/// <param name="OperationCount">How many operations made it from its parent.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record RegistryVersion(long Revision, long Parent, DateTimeOffset At, string Actor, Guid CommitId, int OperationCount)
{
    /// <summary>The empty registry before the first commit.</summary>
    public static RegistryVersion Root { get; } = new(0, -1, DateTimeOffset.UnixEpoch, "", Guid.Empty, 0);

    /// <summary><c>v3 ← v2</c>.</summary>
    public override string ToString() => Parent < 0 ? "v0" : FormattableString.Invariant($"v{Revision} ← v{Parent}");
}
