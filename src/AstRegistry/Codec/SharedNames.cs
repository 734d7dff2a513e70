namespace AstRegistry.Codec;

/// <summary>
/// Finds again the names of a map that was read a short while ago, because maps of one kind have the same names. A table of fixed size, as that of
/// <see cref="SharedText"/>; a guess that its reader checks name by name.
/// </summary>
internal static class SharedNames
{
    private const int TableSize = 1 << 8;
    private const int MaxCount = 32;
    private static readonly string[]?[] Table = new string[]?[TableSize];

    /// <summary>The names of a map that began with the same name and had as many, or null.</summary>
    public static string[]? Guess(string first, int count) =>
        count <= MaxCount && Volatile.Read(ref Table[PlaceOf(first, count)]) is { } names && names.Length == count ? names : null;

    /// <summary>Keeps names that nobody changes any more.</summary>
    public static void Keep(string[] names)
    {
        if (names.Length <= MaxCount) Volatile.Write(ref Table[PlaceOf(names[0], names.Length)], names);
    }

    private static int PlaceOf(string first, int count)
    {
        var mixed = ((uint)first.Length * 31) + (uint)count;
        if (first.Length > 0) mixed = (mixed * 31 * 31) + (first[0] * 31u) + first[^1];
        return (int)((mixed * 0x9E3779B1) >> 24);
    }
}
