namespace AstRegistry.Values;

/// <summary>How deep a list or map is that holds given values.</summary>
internal static class ContentDepth
{
    public static int Above(RegistryValue[] items)
    {
        var depth = 0;
        foreach (var item in items) depth = Math.Max(depth, item.Depth);
        return depth < RegistryLimits.MaxDepth
            ? depth + 1
            : throw new ArgumentException(FormattableString.Invariant($"The value is deeper than {RegistryLimits.MaxDepth} levels of lists and maps."), nameof(items));
    }
}
