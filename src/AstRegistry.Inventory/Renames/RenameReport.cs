namespace AstRegistry.Renames;

/// <summary>
/// What became of the declarations that are gone. Each declaration stands in at most one rename or proposal, as what was and as what is.
/// </summary>
/// <param name="Renames">The renames to be taken without asking, types first, in the order of the old keys.</param>
/// <param name="Proposals">The renames that a person is to confirm, in the order of the old keys.</param>
internal sealed record RenameReport(IReadOnlyList<Rename> Renames, IReadOnlyList<Rename> Proposals)
{
    /// <summary>Nothing was found.</summary>
    public static RenameReport Empty { get; } = new([], []);
}
