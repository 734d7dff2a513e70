namespace AstRegistry.Snapshots;

/// <summary>
/// Where ids lie in a table, by their texts: guesses that a table and its copies share and every reader checks, so that they may be wrong, stale, or
/// another copy's, and threads may overwrite one another's. Made when the first id is asked for by text.
/// </summary>
internal sealed class TextGuesses
{
    private const int MinSize = 64;
    private int[]? _slots;

    /// <summary>Whether a table of so many slots needs more room: with fewer than two places for each, texts push one another out.</summary>
    public bool IsNarrowFor(int slots) => _slots is { } known && known.Length < slots;

    /// <summary>The slot where the text was found last, or that of a text that shares its place; 0 for none.</summary>
    public int Find(int place) => _slots is { } slots ? slots[place & (slots.Length - 1)] : 0;

    /// <summary>Notes where a text was found.</summary>
    /// <param name="place">The hash of the text.</param>
    /// <param name="slot">Where it was found.</param>
    /// <param name="count">How many slots the table has.</param>
    public void Note(int place, int slot, int count)
    {
        var slots = _slots ??= new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(MinSize, 2 * count))];
        slots[place & (slots.Length - 1)] = slot;
    }
}
