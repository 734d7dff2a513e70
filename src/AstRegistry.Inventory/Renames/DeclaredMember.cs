using AstRegistry.Locking;

namespace AstRegistry.Renames;

/// <summary>What rename detection knows of one member that is not nested in another member.</summary>
internal sealed class DeclaredMember
{
    /// <summary>The kind and the member's canonical key.</summary>
    public required LockKey Key { get; init; }

    /// <summary>The index of the declaring type in <see cref="ProjectDeclarations.Types"/>.</summary>
    public required int Type { get; init; }

    /// <summary>The kind of member.</summary>
    public required MemberKind Kind { get; init; }

    /// <summary>The name without arity, an explicitly implemented interface in front of it.</summary>
    public required string Name { get; init; }

    /// <summary>What stands behind the name in the key: arity, parameters, and the target of a conversion.</summary>
    public required string Signature { get; init; }

    /// <summary>The number of parameters.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>The return, field, property or event type as written; empty where there is none.</summary>
    public required string ReturnType { get; init; }

    /// <summary>The number of tokens of the body: block, arrow, accessors, initializer; attributes apart.</summary>
    public required int BodyTokenCount { get; init; }

    /// <summary>Hash of the same tokens, the member's own name replaced.</summary>
    public required ulong BodyDigest { get; init; }

    /// <summary>The index of the member before it in its declaration, or -1.</summary>
    public required int Previous { get; init; }

    /// <summary>The index of the member behind it in its declaration, or -1.</summary>
    public required int Next { get; init; }

    /// <summary>The targets in which it exists, in ordinal order; empty when it exists in all.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Name and signature, the part of the key behind the type's.</summary>
    public string LocalPart => Name + Signature;

    /// <summary>Whether this is the defining half of a partial member.</summary>
    public bool IsPartialDefinition => Key.Kind.EndsWith("-definition", StringComparison.Ordinal);

    /// <summary>The canonical key.</summary>
    public override string ToString() => Key.Key;
}
