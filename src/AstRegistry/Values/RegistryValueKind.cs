namespace AstRegistry;

/// <summary>What a <see cref="RegistryValue"/> is.</summary>
public enum RegistryValueKind
{
    /// <summary>Nothing: <c>default</c>.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number of 64 bits with sign.</summary>
    Integer,

    /// <summary>A floating-point number of 64 bits.</summary>
    Double,

    /// <summary>A text of Unicode scalar values.</summary>
    String,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Values in order.</summary>
    List,

    /// <summary>Values by name, in ordinal order of the names.</summary>
    Map,
}
