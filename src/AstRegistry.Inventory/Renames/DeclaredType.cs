using AstRegistry.Locking;

namespace AstRegistry.Renames;

/// <summary>What rename detection knows of one type, its partial declarations merged.</summary>
internal sealed class DeclaredType
{
    /// <summary>The kind <c>type</c> and the type's canonical key.</summary>
    public required LockKey Key { get; init; }

    /// <summary>The index of the containing type in <see cref="ProjectDeclarations.Types"/>, or -1. It is less than the type's own.</summary>
    public required int Container { get; init; }

    /// <summary>The namespace, empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The simple name without arity.</summary>
    public required string Name { get; init; }

    /// <summary>The number of its own type parameters.</summary>
    public required int Arity { get; init; }

    /// <summary>The keyword that declares it.</summary>
    public required ModuleKind Kind { get; init; }

    /// <summary>The number of tokens, attributes apart, nested types included.</summary>
    public required int TokenCount { get; init; }

    /// <summary>Hash of the same tokens, its name and those of its containers replaced.</summary>
    public required ulong Digest { get; init; }

    /// <summary>The targets in which it exists, in ordinal order; empty when it exists in all.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>What stands in a type's key before its own part: the container or the namespace.</summary>
    public static string KeyPrefix(DeclaredType? container, string space) =>
        container is not null ? container.Key.Key + "+" : space.Length == 0 ? "" : space + ".";

    /// <summary>What the type adds to the key of its container or namespace.</summary>
    /// <param name="types">The types of the same project.</param>
    public string OwnPart(IReadOnlyList<DeclaredType> types) =>
        Key.Key.Substring(KeyPrefix(Container < 0 ? null : types[Container], Namespace).Length);

    /// <summary>The canonical key.</summary>
    public override string ToString() => Key.Key;
}
