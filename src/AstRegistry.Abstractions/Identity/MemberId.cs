using System.Text;

namespace AstRegistry.Identity;

/// <summary>
/// The 64 bits that name a type or member: the leading bits of SHA-256 over scheme version, project, kind and canonical key.
/// </summary>
internal static class MemberId
{
    private const string TypeTag = "type";

    /// <summary>Enters every hash; a new scheme takes the next number.</summary>
    private const string SchemeVersion = "1";

    /// <summary>The id of a type. Class, struct and the others are one kind, so that changing the keyword keeps the id.</summary>
    public static ulong OfType(string project, string key) => Hash(project, TypeTag, key);

    /// <summary>The id of a member that is not nested in another member.</summary>
    /// <param name="project">The assembly name.</param>
    /// <param name="kind">The member's kind; a change of kind is a rename.</param>
    /// <param name="isPartialDefinition">Whether this is the defining half of a partial member, which stands beside its implementation under the same key.</param>
    /// <param name="key">The canonical key.</param>
    public static ulong OfMember(string project, MemberKind kind, bool isPartialDefinition, string key) =>
        Hash(project, isPartialDefinition ? TagOf(kind) + " definition" : TagOf(kind), key);

    private static string TagOf(MemberKind kind) => kind switch
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

    private static ulong Hash(string project, string tag, string key)
    {
        // A lone surrogate in a broken identifier becomes U+FFFD: still deterministic, never an exception.
        var id = Sha256.LeadingBits(Encoding.UTF8.GetBytes(string.Join("\0", SchemeVersion, project, tag, key)));
        return id == 0 ? 1 : id;
    }
}
