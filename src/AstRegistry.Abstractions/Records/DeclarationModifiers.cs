namespace AstRegistry;

/// <summary>The modifiers written on a declaration, accessibility apart.</summary>
[Flags]
public enum DeclarationModifiers
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>static</c>.</summary>
    Static = 1 << 0,

    /// <summary><c>abstract</c>.</summary>
    Abstract = 1 << 1,

    /// <summary><c>sealed</c>.</summary>
    Sealed = 1 << 2,

    /// <summary><c>virtual</c>.</summary>
    Virtual = 1 << 3,

    /// <summary><c>override</c>.</summary>
    Override = 1 << 4,

    /// <summary><c>new</c>.</summary>
    New = 1 << 5,

    /// <summary><c>partial</c>.</summary>
    Partial = 1 << 6,

    /// <summary><c>readonly</c>.</summary>
    ReadOnly = 1 << 7,

    /// <summary><c>ref</c>, on a ref struct.</summary>
    Ref = 1 << 8,

    /// <summary><c>unsafe</c>.</summary>
    Unsafe = 1 << 9,

    /// <summary><c>extern</c>.</summary>
    Extern = 1 << 10,

    /// <summary><c>async</c>.</summary>
    Async = 1 << 11,

    /// <summary><c>const</c>.</summary>
    Const = 1 << 12,

    /// <summary><c>volatile</c>.</summary>
    Volatile = 1 << 13,

    /// <summary><c>required</c>.</summary>
    Required = 1 << 14,

    /// <summary><c>fixed</c>, on a fixed-size buffer.</summary>
    Fixed = 1 << 15,
}
