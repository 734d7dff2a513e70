namespace AstRegistry.Identity;

/// <summary>The word for a kind of declaration that enters its id, and, with hyphens for spaces, stands in a lock file.</summary>
internal static class KindTag
{
    /// <summary>The tag of every type.</summary>
    public const string Type = "type";

    /// <summary>The tag of a member that is not nested in another member.</summary>
    /// <param name="kind">The member's kind.</param>
    /// <param name="isPartialDefinition">Whether this is the defining half of a partial member, which stands beside its implementation under the same key.</param>
    public static string Of(MemberKind kind, bool isPartialDefinition) => isPartialDefinition ? Of(kind) + " definition" : Of(kind);

    private static string Of(MemberKind kind) => kind switch
    {
        MemberKind.Field => "field",
        MemberKind.EnumMember => "enum member",
        MemberKind.Property => "property",
        MemberKind.Indexer => "indexer",
        MemberKind.Event => "event",
        MemberKind.Method => "method",
        MemberKind.Constructor => "constructor",
        MemberKind.StaticConstructor => "static constructor",
        MemberKind.Finalizer => "finalizer",
        MemberKind.Operator => "operator",
        MemberKind.Conversion => "conversion",
        MemberKind.TopLevelStatements => "top-level statements",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A nested function has no member id; it is named by its node id."),
    };
}
