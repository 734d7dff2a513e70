namespace AstRegistry.Packing;

/// <summary>Packs the ids that are not plain hashes.</summary>
internal static class IdOverridesWriter
{
    /// <summary>The text of some overrides; the same for any order of the same entries, and empty for none.</summary>
    public static string Write(IEnumerable<IdOverride> overrides)
    {
        var sorted = overrides.Distinct().ToArray();
        if (sorted.Length == 0) return "";
        Array.Sort(sorted, static (left, right) => left.Hash.CompareTo(right.Hash));
        return PayloadText.Encode(IdOverrides.Pack(sorted));
    }
}
