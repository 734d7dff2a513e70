namespace AstRegistry;

/// <summary>How large what a registry holds may be. What exceeds them is refused before anything is stored.</summary>
public static class RegistryLimits
{
    /// <summary>The most levels of lists and maps within one another.</summary>
    public const int MaxDepth = 64;

    /// <summary>The most bytes of one string in UTF-8: 1 MiB.</summary>
    public const int MaxStringBytes = 1 << 20;

    /// <summary>The most bytes of one byte value: 16 MiB.</summary>
    public const int MaxBytes = 16 << 20;

    /// <summary>
    /// The most that a list or a map may hold on all levels: one for each value, and the characters and bytes of its texts, names and bytes,
    /// counted as often as they appear. 64 Mi.
    /// </summary>
    public const int MaxValueSize = 64 << 20;

    /// <summary>The most characters of the namespace of an id.</summary>
    public const int MaxNamespaceLength = 512;

    /// <summary>The most characters of the name of an id, and of a kind.</summary>
    public const int MaxNameLength = 4096;

    /// <summary>The most operations of one commit.</summary>
    public const int MaxOperations = 1_000_000;
}
