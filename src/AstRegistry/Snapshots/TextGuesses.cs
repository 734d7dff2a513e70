using System.Numerics;

namespace AstRegistry.Snapshots;

/// <summary>
/// Where ids lie in a table, by the hashes of their texts: guesses that a table and its copies share and every reader checks, so that they may be
/// wrong, stale, or another copy's, and threads may overwrite one another's. Made when the first id is asked for by text.
/// </summary>
internal sealed class TextGuesses
{
    private const int MinSize = 64;

    // How many neighbouring places a text may take: they are mostly read together.
    private const int Ways = 4;

    // The hash above, the slot plus 1 below; 0 for none.
    private long[]? _places;

    /// <summary>Whether a table of so many slots needs more room, because texts push one another out.</summary>
    public bool IsNarrowFor(int slots) => _places is { } places && places.Length < slots;

    /// <summary>The slot where a text of this hash was found last, or −1.</summary>
    public int Find(int hash)
    {
        if (_places is not { } places) return -1;
        for (var way = 0; way < Ways; way++)
        {
            var guess = places[(hash + way) & (places.Length - 1)];
            if (guess == 0) return -1;
            if ((int)(guess >> 32) == hash) return (int)guess - 1;
        }

        return -1;
    }

    /// <summary>Notes where a text was found.</summary>
    /// <param name="hash">The hash of the text.</param>
    /// <param name="slot">Where it was found.</param>
    /// <param name="count">How many slots the table has.</param>
    public void Note(int hash, int slot, int count)
    {
        var places = _places ??= new long[BitOperations.RoundUpToPowerOf2((uint)Math.Max(MinSize, 2 * count))];
        var chosen = hash & (places.Length - 1);
        for (var way = 0; way < Ways; way++)
        {
            var place = (hash + way) & (places.Length - 1);
            if (places[place] != 0 && (int)(places[place] >> 32) != hash) continue;
            chosen = place;
            break;
        }

        places[chosen] = ((long)hash << 32) | (uint)(slot + 1);
    }
}
