namespace AstRegistry.Generators.Buckets;

/// <summary>
/// How much data an assembly may carry. All its string literals share one heap of 16 MB, the project's own included, and a compiler
/// that runs out of it fails the build; so nodes are given up first, then members, then everything.
/// </summary>
/// <param name="Characters">The length of text that all data together may reach.</param>
internal sealed record DataBudget(long Characters)
{
    /// <summary>About half the heap, the other half being the project's.</summary>
    public static readonly DataBudget Default = new(4_000_000);

    /// <summary>The highest detail up to the requested one that fits, or null when not even types do.</summary>
    public AstRegistryDetail? Fit(DataSizes sizes, AstRegistryDetail requested)
    {
        if (sizes.CharactersAt(requested) <= Characters) return requested;
        if (requested > AstRegistryDetail.Members && sizes.CharactersAt(AstRegistryDetail.Members) <= Characters) return AstRegistryDetail.Members;
        return sizes.CharactersAt(AstRegistryDetail.Types) <= Characters ? AstRegistryDetail.Types : null;
    }
}
