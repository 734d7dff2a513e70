namespace AstRegistry.Values;

/// <summary>How deep and how large a list or a map is; what exceeds the limits is refused here, before it exists.</summary>
/// <param name="Depth">The levels of lists and maps.</param>
/// <param name="Total">One for each value, and the characters and bytes of texts and bytes, counted wherever they appear.</param>
internal readonly record struct ContentSize(int Depth, int Total)
{
    /// <summary>A list or a map without values.</summary>
    public static ContentSize OfNothing => new(1, 0);

    /// <exception cref="ArgumentException">The content is too deep or too large.</exception>
    public static ContentSize Of(RegistryValue[] items, string[] names)
    {
        var depth = 0;
        var total = (long)items.Length;
        foreach (var name in names) total += name.Length;
        foreach (var item in items)
        {
            depth = Math.Max(depth, item.Depth);
            total += item.Size;
        }

        if (depth >= RegistryLimits.MaxDepth) throw new ArgumentException(FormattableString.Invariant($"The value is deeper than {RegistryLimits.MaxDepth} levels of lists and maps."), nameof(items));

        // Values share what they hold, so a few lines of code could make one that takes years to compare or to write.
        if (total > RegistryLimits.MaxValueSize) throw new ArgumentException(FormattableString.Invariant($"The value is larger than {RegistryLimits.MaxValueSize} values, characters and bytes together."), nameof(items));
        return new(depth + 1, (int)total);
    }
}
