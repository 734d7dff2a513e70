using System.Globalization;
using System.Text;

namespace AstRegistry.Identity;

/// <summary>
/// The leading 128 bits of SHA-256 over scheme version, project, kind and canonical key of a type or member.
/// </summary>
/// <param name="Id">The first 64 bits: the plain id. Never 0.</param>
/// <param name="Check">The next 64 bits, which tell two keys apart whose plain ids are equal by chance.</param>
internal readonly record struct MemberHash(ulong Id, ulong Check)
{
    /// <summary>Enters every hash; a new scheme takes the next number.</summary>
    private const string SchemeVersion = "1";

    /// <summary>Hashes a key.</summary>
    /// <param name="project">The assembly name.</param>
    /// <param name="tag">The kind, a <see cref="KindTag"/>.</param>
    /// <param name="key">The canonical key.</param>
    public static MemberHash Of(string project, string tag, string key) => Hash(string.Join("\0", SchemeVersion, project, tag, key));

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

    private static MemberHash Hash(string text)
    {
        // A lone surrogate in a broken identifier becomes U+FFFD: still deterministic, never an exception.
        var (id, check) = Sha256.LeadingBits(Encoding.UTF8.GetBytes(text));
        return new(id == 0 ? 1 : id, check);
    }
}
