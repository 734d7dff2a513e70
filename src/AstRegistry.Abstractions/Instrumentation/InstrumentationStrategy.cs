namespace AstRegistry;

/// <summary>How a node is instrumented.</summary>
public enum InstrumentationStrategy
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>A probe where a function begins or ends.</summary>
    FunctionBoundary = 1,

    /// <summary>A probe around an expression, which passes its value on: calls, awaits, <c>?:</c>, switch arms.</summary>
    Expression = 2,

    /// <summary>A probe before a statement, or at the start of a clause's block.</summary>
    Line = 3,

    /// <summary>A probe behind a local declaration, which records the values of the variables.</summary>
    Variables = 4,
}
