namespace AstRegistry;

/// <summary>The accessibility of a declaration; where none is written, the language's default for its place.</summary>
public enum DeclaredAccessibility
{
    /// <summary>Not applicable: local functions, lambdas, finalizers, static constructors, explicit interface implementations.</summary>
    NotApplicable = 0,

    /// <summary><c>private</c>.</summary>
    Private = 1,

    /// <summary><c>private protected</c>.</summary>
    PrivateProtected = 2,

    /// <summary><c>protected</c>.</summary>
    Protected = 3,

    /// <summary><c>internal</c>.</summary>
    Internal = 4,

    /// <summary><c>protected internal</c>.</summary>
    ProtectedInternal = 5,

    /// <summary><c>public</c>.</summary>
    Public = 6,

    /// <summary><c>file</c>.</summary>
    File = 7,
}
