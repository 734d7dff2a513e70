namespace AstRegistry;

/// <summary>How much of a project the registry records; each value includes those before it.</summary>
public enum AstRegistryDetail
{
    /// <summary>Types only.</summary>
    Types = 0,

    /// <summary>Types and their members, functions with their complexity.</summary>
    Members = 1,

    /// <summary>Also statements, calls, object creations, awaits, branches, handlers: every instrumentation point. The default.</summary>
    Statements = 2,

    /// <summary>Every syntax node of every member.</summary>
    Nodes = 3,
}
