namespace AstRegistry.Dependencies;

/// <summary>What a step of a <see cref="ValuePath"/> leads to.</summary>
internal enum PathStepKind
{
    /// <summary>The value of a map with a name.</summary>
    Member,

    /// <summary>Each value of a map.</summary>
    AnyMember,

    /// <summary>The item of a list at a place.</summary>
    Item,

    /// <summary>Each item of a list.</summary>
    AnyItem,

    /// <summary>The value itself and all within it.</summary>
    Deep,
}
