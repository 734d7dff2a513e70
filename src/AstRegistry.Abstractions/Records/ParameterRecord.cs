namespace AstRegistry;

/// <summary>How a parameter is passed.</summary>
public enum ParameterRefKind
{
    /// <summary>By value.</summary>
    None = 0,

    /// <summary><c>ref</c>.</summary>
    Ref = 1,

    /// <summary><c>out</c>.</summary>
    Out = 2,

    /// <summary><c>in</c>.</summary>
    In = 3,

    /// <summary><c>ref readonly</c>.</summary>
    RefReadOnly = 4,
}

/// <summary>A parameter as it stands in a canonical key.</summary>
/// <param name="Type">The type in canonical form: written as in the source, but reduced so that rewriting it without changing it changes nothing.</param>
/// <param name="RefKind">How it is passed.</param>
public readonly record struct ParameterRecord(string Type, ParameterRefKind RefKind)
{
    /// <summary>The parameter as it stands in a key: <c>ref Item</c>.</summary>
    public override string ToString() => RefKind switch
    {
        ParameterRefKind.None => Type,
        ParameterRefKind.Ref => "ref " + Type,
        ParameterRefKind.Out => "out " + Type,
        ParameterRefKind.In => "in " + Type,
        _ => "ref readonly " + Type,
    };
}
