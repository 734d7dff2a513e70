using AstRegistry.Values;

namespace AstRegistry;

/// <summary>What a commit carries beside its changes.</summary>
public sealed record CommitOptions
{
    internal static readonly CommitOptions None = new();

    /// <summary>Who commits; kept with the version. Empty unless set.</summary>
    public string Actor { get; init; } = "";

    /// <summary>
    /// The revision that the registry has to show when the commit's turn comes; otherwise the outcome is a conflict. Null for any.
    /// </summary>
    public long? ExpectedRevision { get; init; }

    /// <summary>
    /// Names the commit, so that it can be repeated without being done twice: a later commit of the same id changes nothing and has the outcome
    /// of the first, as long as that version has not been compacted away. One is made up unless it is set.
    /// </summary>
    public Guid? CommitId { get; init; }

    internal CommitOptions Checked()
    {
        if (Actor is null) throw new ArgumentException("The actor is null; leave it empty to name nobody.", nameof(Actor));
        TextRules.Check(Actor);
        if (CommitId == Guid.Empty) throw new ArgumentException("The commit id is empty, which names no commit; leave it null to have one made up.", nameof(CommitId));
        if (ExpectedRevision < 0) throw new ArgumentException(FormattableString.Invariant($"The expected revision is {ExpectedRevision}; revisions begin with 0."), nameof(ExpectedRevision));
        return this;
    }
}
