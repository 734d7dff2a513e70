namespace AstRegistry;

/// <summary>What instrumenting a node is estimated to cost each time its function runs.</summary>
/// <remarks>
/// The unit is one bare probe. A probe at a function's boundary or before a statement costs 1, one around an expression, whose value it
/// passes on, 2, one that records variables 5. Each loop around the node multiplies by 10, for ten iterations, and so does the node being a
/// loop; no more than four loops count.
/// </remarks>
public enum InstrumentationImpact
{
    /// <summary>0: nothing is run.</summary>
    None = 0,

    /// <summary>Below 10: outside of loops.</summary>
    Low = 1,

    /// <summary>Below 100: in one loop.</summary>
    Moderate = 2,

    /// <summary>100 and more: in nested loops.</summary>
    High = 3,
}
