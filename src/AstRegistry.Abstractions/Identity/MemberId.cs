namespace AstRegistry.Identity;

/// <summary>
/// The 64 bits that name a type or member: the leading bits of SHA-256 over scheme version, project, kind and canonical key.
/// </summary>
internal static class MemberId
{
    /// <summary>The id of a type. Class, struct and the others are one kind, so that changing the keyword keeps the id.</summary>
    public static ulong OfType(string project, string key) => MemberHash.Of(project, KindTag.Type, key).Id;

    /// <summary>The id of a member that is not nested in another member.</summary>
    /// <param name="project">The assembly name.</param>
    /// <param name="kind">The member's kind; a change of kind is a rename.</param>
    /// <param name="isPartialDefinition">Whether this is the defining half of a partial member, which stands beside its implementation under the same key.</param>
    /// <param name="key">The canonical key.</param>
    public static ulong OfMember(string project, MemberKind kind, bool isPartialDefinition, string key) =>
        MemberHash.Of(project, KindTag.Of(kind, isPartialDefinition), key).Id;
}
