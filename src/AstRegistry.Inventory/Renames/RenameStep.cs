namespace AstRegistry.Renames;

/// <summary>The steps of rename detection, in the order in which they are tried.</summary>
internal enum RenameStep
{
    /// <summary>A type of the same keyword and tokens, its own name apart.</summary>
    TypeTokens,

    /// <summary>A type of the same keyword and members in the same container.</summary>
    TypeMembersInContainer,

    /// <summary>A type of the same keyword and members anywhere.</summary>
    TypeMembersAnywhere,

    /// <summary>A type of the same name, arity and keyword, and half of the members.</summary>
    TypeName,

    /// <summary>A nested type or member that its container took along, or whose signature names a renamed type.</summary>
    Follows,

    /// <summary>A member of the same kind, name and body in the same container: its signature changed.</summary>
    MemberNameAndBody,

    /// <summary>A member of the same kind, signature and body: its name or container changed.</summary>
    MemberBody,

    /// <summary>To be confirmed: a member of the same name in the same container, the only one of that name before and after.</summary>
    OnlyOverload,

    /// <summary>To be confirmed: the member that scores best by body, name, container, signature and neighbours.</summary>
    Score,
}
