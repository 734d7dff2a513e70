namespace AstRegistry;

/// <summary>What a layer holds under a key.</summary>
[Flags]
public enum LayerParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A scheme.</summary>
    Scheme = 1,

    /// <summary>An AST.</summary>
    Ast = 2,

    /// <summary>What the element depends on.</summary>
    Dependencies = 4,
}
