namespace AstRegistry.Finding;

/// <summary>What may be made of the values of a field.</summary>
internal enum IndexPart
{
    /// <summary>The distinct values, each with the slots that have it.</summary>
    Values,

    /// <summary>The values in ordinal order.</summary>
    Sorted,

    /// <summary>The values in the ordinal order of their reversed texts.</summary>
    Reversed,

    /// <summary>The values by every three characters in a row.</summary>
    Trigrams,
}
