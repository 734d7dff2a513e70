namespace AstRegistry;

/// <summary>What the strings are that a <see cref="DependencyPattern"/> finds.</summary>
public enum DependencyPatternKind
{
    /// <summary>
    /// Ids of entries, such as <c>shop:cart</c>. A text without colon is a name in the namespace of the entry where it stands; <c>shop:*</c> means
    /// every entry of a namespace.
    /// </summary>
    Direct,

    /// <summary>Names of groups: every entry is meant that says of itself to be in the group.</summary>
    Group,

    /// <summary>Namespaces, such as <c>shop</c>: every entry in them is meant, but none in namespaces below.</summary>
    Namespace,
}
