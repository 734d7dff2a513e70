namespace AstRegistry.Packing;

/// <summary>The constants of the packed form. Changing one of them makes a new format version.</summary>
internal static class PackedFormat
{
    /// <summary>The first byte of every packed form; a reader refuses any other.</summary>
    public const byte Version = 1;

    /// <summary>The number of buckets that the files of a project are spread over.</summary>
    public const int Buckets = 128;

    /// <summary>The model has two to this power slots.</summary>
    public const int SlotBits = 15;

    public const int Slots = 1 << SlotBits;

    /// <summary>The range coder shifts a byte out when its range falls below this.</summary>
    public const uint RangeFloor = 1u << 24;

    /// <summary>
    /// A segment of n bytes holds at most (n + 64) times this many rows, list items and characters; the writer fills it with zeros where it
    /// would hold more. So damaged data cannot ask for more memory than its own length warrants.
    /// </summary>
    public const int UnitsPerByte = 64;

    public const int MinProbability = 24;
    public const int MaxProbability = 65536 - MinProbability;

    /// <summary>What a segment of this length can hold.</summary>
    public static long UnitsIn(int length) => (length + 64L) * UnitsPerByte;

    /// <summary>The shortest segment that may hold so much.</summary>
    public static int BytesFor(long units) => (int)Math.Max(0, ((units + UnitsPerByte - 1) / UnitsPerByte) - 64);
}
