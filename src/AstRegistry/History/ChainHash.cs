using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AstRegistry;

/// <summary>
/// A SHA-256 over a version and all that were appended before it: two histories with one hash have the same versions. May be stored and sent.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct ChainHash : IEquatable<ChainHash>
{
    /// <summary>How many bytes a hash has.</summary>
    public const int Size = 32;

    private readonly Buffer _bytes;

    /// <summary>Makes a hash of its bytes.</summary>
    /// <exception cref="ArgumentException">There are not <see cref="Size"/>.</exception>
    public ChainHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size) throw new ArgumentException(FormattableString.Invariant($"A hash has {Size} bytes, not {bytes.Length}."), nameof(bytes));
        bytes.CopyTo(_bytes);
    }

    /// <summary>The hash of the empty history: zeros.</summary>
    public static ChainHash Zero => default;

    /// <summary>Whether both are equal.</summary>
    public static bool operator ==(ChainHash left, ChainHash right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(ChainHash left, ChainHash right) => !left.Equals(right);

    /// <summary>Reads 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static ChainHash Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 2 * Size ? new(Convert.FromHexString(text)) : throw new FormatException($"'{text}' is no hash: it has not {2 * Size} digits.");
    }

    /// <summary>Copies the bytes.</summary>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void CopyTo(Span<byte> destination) => AsSpan(in this).CopyTo(destination);

    /// <summary>The bytes.</summary>
    public byte[] ToArray() => AsSpan(in this).ToArray();

    /// <inheritdoc/>
    public bool Equals(ChainHash other) => AsSpan(in this).SequenceEqual(AsSpan(in other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ChainHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => MemoryMarshal.Read<int>(AsSpan(in this));

    /// <summary>64 hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexString(AsSpan(in this)).ToLowerInvariant();

    private static ReadOnlySpan<byte> AsSpan(in ChainHash hash) => hash._bytes;

    [InlineArray(Size)]
    private struct Buffer
    {
        private byte _first;
    }
}
