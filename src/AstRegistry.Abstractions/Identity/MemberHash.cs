using System.Globalization;
using System.Text;

namespace AstRegistry.Identity;

/// <summary>
/// The leading 128 bits of SHA-256 over scheme version, project, kind and canonical key of a type or member.
/// </summary>
/// <param name="Id">The first 64 bits: the plain id. Never 0.</param>
/// <param name="Check">The next 64 bits, which tell two keys apart whose plain ids are equal by chance.</param>
internal readonly record struct MemberHash(ulong Id, ulong Check) : IComparable<MemberHash>
{
    /// <summary>Enters every hash; a new scheme takes the next number.</summary>
    private const string SchemeVersion = "1";

    /// <summary>Hashes a key.</summary>
    /// <param name="project">The assembly name.</param>
    /// <param name="tag">The kind, a <see cref="KindTag"/>.</param>
    /// <param name="key">The canonical key.</param>
    public static MemberHash Of(string project, string tag, string key) => Hash(string.Join("\0", SchemeVersion, project, tag, key));

    /// <summary>Hashes the key of a type. Class, struct and the others are one kind, so that changing the keyword keeps the id.</summary>
    public static MemberHash OfType(string project, string key) => Of(project, KindTag.Type, key);

    /// <summary>Hashes the key of a member that is not nested in another member; a change of kind is a rename.</summary>
    public static MemberHash OfMember(string project, MemberKind kind, bool isPartialDefinition, string key) =>
        Of(project, KindTag.Of(kind, isPartialDefinition), key);

    /// <summary>
    /// The id in place of the plain one where that is taken: by another key whose hash is equal, or by a declaration that is gone, whose id is
    /// never given again.
    /// </summary>
    /// <param name="salt">1, or the next number while the result is taken as well.</param>
    public ulong Salted(int salt) => Hash(string.Join(
        "\0",
        SchemeVersion,
        "salt",
        Id.ToString("x16", CultureInfo.InvariantCulture) + Check.ToString("x16", CultureInfo.InvariantCulture),
        salt.ToString(CultureInfo.InvariantCulture))).Id;

    /// <summary>Orders by id, then by check.</summary>
    public int CompareTo(MemberHash other)
    {
        var byId = Id.CompareTo(other.Id);
        return byId != 0 ? byId : Check.CompareTo(other.Check);
    }

    private static MemberHash Hash(string text)
    {
        // A lone surrogate in a broken identifier becomes U+FFFD: still deterministic, never an exception.
        var (id, check) = Sha256.LeadingBits(Encoding.UTF8.GetBytes(text));
        return new(id == 0 ? 1 : id, check);
    }
}
