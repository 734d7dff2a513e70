namespace AstRegistry.Renames;

/// <summary>
/// Finds what became of the declarations that are gone. Every step takes only pairs that are unique among what went and what came, and a later
/// step sees what the earlier ones left; so what is not told by one of them stays without a successor.
/// </summary>
internal static class RenameDetector
{
    /// <summary>
    /// Compares a project as it was with what it is. Near-linear in the number of declarations: the steps join by hashes and look at nothing
    /// but what has no partner of its own key.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RenameReport Detect(ProjectDeclarations before, ProjectDeclarations after, CancellationToken cancellationToken = default)
    {
        if (before is null) throw new ArgumentNullException(nameof(before));
        if (after is null) throw new ArgumentNullException(nameof(after));
        var types = TypeRenames.Find(before, after);
        cancellationToken.ThrowIfCancellationRequested();
        var members = MemberRenames.Find(before, after, types);
        cancellationToken.ThrowIfCancellationRequested();
        var proposals = RenameProposals.Find(before, after, members).ToArray();
        return new RenameReport([.. types.Found, .. members.Found], proposals);
    }
}
