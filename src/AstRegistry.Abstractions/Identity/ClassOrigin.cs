namespace AstRegistry;

/// <summary>Where a project has a class from. The order is the ordinal order of the words in a <see cref="ClassKey"/>'s text.</summary>
public enum ClassOrigin
{
    /// <summary>The framework that the project is compiled against.</summary>
    Framework,

    /// <summary>A package or another assembly that the project refers to.</summary>
    Reference,

    /// <summary>The project's own sources.</summary>
    Source,
}
