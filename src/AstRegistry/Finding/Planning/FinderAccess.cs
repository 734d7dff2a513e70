namespace AstRegistry;

/// <summary>How a step of a <see cref="FinderPlan"/> comes to its entries.</summary>
public enum FinderAccess
{
    /// <summary>The one entry of an id.</summary>
    Id,

    /// <summary>The entries of one namespace.</summary>
    Namespace,

    /// <summary>The entries of one value, by a dictionary.</summary>
    Equality,

    /// <summary>The values of one beginning, in a sorted array.</summary>
    Prefix,

    /// <summary>The values of one end, in an array sorted from the end.</summary>
    Suffix,

    /// <summary>The values that have the rarest trigrams of a text.</summary>
    Trigrams,

    /// <summary>Every distinct value of a field.</summary>
    Values,

    /// <summary>Every entry.</summary>
    Scan,

    /// <summary>A term that is checked on each entry that another step brings.</summary>
    Verify,
}
