using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AstRegistry;

/// <summary>
/// Names a type, a member or a syntax node of a project in 128 bits that may be stored and sent.
/// </summary>
/// <remarks>
/// <para><see cref="Member"/> names the type or member: the leading 64 bits of a SHA-256 over project, kind and canonical key.
/// <see cref="Local"/> is zero for types and members and otherwise names a syntax node below that member, so a node's id tells
/// its member without a look-up.</para>
/// <para>What keeps it stable: nothing in it depends on file paths, positions, or on any other member. An edit inside one member
/// changes no id in another; inside the edited member a node that survives keeps its id or loses it.</para>
/// <para>Text form: 16 hexadecimal digits for types and members (<c>9f2c41d0a7be33e1</c>), followed by <c>:4a07c2.1f3b</c> for a
/// structural node (statement, call, branch …) and <c>:4a07c2.1f3b.5d22e1</c> for any other node.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct NodeId : IEquatable<NodeId>, IComparable<NodeId>, IComparable, IFormattable
{
    private const int AnchorShift = 24;
    private const ulong BelowAnchorMask = (1UL << AnchorShift) - 1;

    /// <summary>Makes an id from its two halves.</summary>
    /// <param name="member">The type's or member's 64 bits.</param>
    /// <param name="local">The node's 64 bits, or 0 for the type or member itself.</param>
    public NodeId(ulong member, ulong local = 0)
    {
        Member = member;
        Local = local;
    }

    /// <summary>The id of nothing: <c>default</c>.</summary>
    public static NodeId None => default;

    /// <summary>The 64 bits that name the type or member.</summary>
    public ulong Member { get; }

    /// <summary>The 64 bits that name a syntax node below the member; 0 for the type or member itself.</summary>
    public ulong Local { get; }

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => Member == 0 && Local == 0;

    /// <summary>Whether this names a syntax node below a member, not the type or member itself.</summary>
    public bool IsNode => Local != 0;

    /// <summary>The id of the type or member that this id lies in; itself for a type or member.</summary>
    public NodeId Owner => new(Member);

    /// <inheritdoc/>
    public bool Equals(NodeId other) => Member == other.Member && Local == other.Local;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NodeId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var mixed = Member ^ (Local * 0x9E3779B97F4A7C15);
        return (int)(mixed ^ (mixed >> 32));
    }

    /// <summary>Orders by <see cref="Member"/>, then by <see cref="Local"/>, both unsigned.</summary>
    public int CompareTo(NodeId other)
    {
        var byMember = Member.CompareTo(other.Member);
        return byMember != 0 ? byMember : Local.CompareTo(other.Local);
    }

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        NodeId other => CompareTo(other),
        _ => throw new ArgumentException($"Expected a {nameof(NodeId)}, got a {obj.GetType()}.", nameof(obj)),
    };

    /// <summary>The canonical text form; see the remarks of <see cref="NodeId"/>.</summary>
    public override string ToString()
    {
        var member = Member.ToString("x16", CultureInfo.InvariantCulture);
        if (Local == 0) return member;
        var salient = (Local >> 40).ToString("x6", CultureInfo.InvariantCulture);
        var discriminator = ((Local >> AnchorShift) & 0xFFFF).ToString("x4", CultureInfo.InvariantCulture);
        var below = Local & BelowAnchorMask;
        return below == 0
            ? $"{member}:{salient}.{discriminator}"
            : $"{member}:{salient}.{discriminator}.{below.ToString("x6", CultureInfo.InvariantCulture)}";
    }

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Reads the canonical text form.</summary>
    /// <exception cref="FormatException">The text is not canonical; the message says what was expected.</exception>
    public static NodeId Parse(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        return TryParse(text, out var id)
            ? id
            : throw new FormatException($"'{text}' is not a node id. Expected 16 lower-case hexadecimal digits, then nothing, ':xxxxxx.xxxx' or ':xxxxxx.xxxx.xxxxxx'.");
    }

    /// <summary>Reads the canonical text form; false for anything else, including upper-case digits and redundant zero parts.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out NodeId id)
    {
        id = default;
        if (text is null || text.Length is not (16 or 28 or 35)) return false;
        if (!TryReadHex(text, 0, 16, out var member)) return false;
        ulong local = 0;
        if (text.Length > 16)
        {
            if (text[16] != ':' || text[23] != '.'
                || !TryReadHex(text, 17, 6, out var salient) || !TryReadHex(text, 24, 4, out var discriminator)) return false;
            local = (salient << 40) | (discriminator << AnchorShift);
            if (text.Length == 35)
            {
                if (text[28] != '.' || !TryReadHex(text, 29, 6, out var below) || below == 0) return false;
                local |= below;
            }

            if (local == 0) return false;
        }

        id = new NodeId(member, local);
        return true;
    }

    private static bool TryReadHex(string text, int start, int length, out ulong value)
    {
        value = 0;
        for (var i = start; i < start + length; i++)
        {
            var c = text[i];
            int digit;
            if (c is >= '0' and <= '9') digit = c - '0';
            else if (c is >= 'a' and <= 'f') digit = c - 'a' + 10;
            else return false;
            value = (value << 4) | (uint)digit;
        }

        return true;
    }

    /// <summary>Whether two ids name the same thing.</summary>
    public static bool operator ==(NodeId left, NodeId right) => left.Equals(right);

    /// <summary>Whether two ids name different things.</summary>
    public static bool operator !=(NodeId left, NodeId right) => !left.Equals(right);

    /// <summary>Compares as <see cref="CompareTo(NodeId)"/> does.</summary>
    public static bool operator <(NodeId left, NodeId right) => left.CompareTo(right) < 0;

    /// <summary>Compares as <see cref="CompareTo(NodeId)"/> does.</summary>
    public static bool operator >(NodeId left, NodeId right) => left.CompareTo(right) > 0;

    /// <summary>Compares as <see cref="CompareTo(NodeId)"/> does.</summary>
    public static bool operator <=(NodeId left, NodeId right) => left.CompareTo(right) <= 0;

    /// <summary>Compares as <see cref="CompareTo(NodeId)"/> does.</summary>
    public static bool operator >=(NodeId left, NodeId right) => left.CompareTo(right) >= 0;
}
