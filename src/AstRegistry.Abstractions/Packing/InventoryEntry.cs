namespace AstRegistry.Packing;

/// <summary>A module and where its declarations are.</summary>
/// <param name="key">The canonical key.</param>
/// <param name="buckets">The buckets of the files that declare it, in ascending order; more than one for some partial types.</param>
internal readonly struct InventoryEntry(string key, int[] buckets)
{
    private static readonly int[][] Singles = MakeSingles();

    /// <summary>The canonical key.</summary>
    public string Key { get; } = key;

    /// <summary>The buckets of the files that declare it, in ascending order; more than one for some partial types.</summary>
    public int[] Buckets { get; } = buckets;

    /// <summary>The shared list of just one bucket.</summary>
    public static int[] OneBucket(int bucket) => Singles[bucket];

    private static int[][] MakeSingles()
    {
        var singles = new int[PackedFormat.Buckets][];
        for (var i = 0; i < singles.Length; i++) singles[i] = [i];
        return singles;
    }
}
