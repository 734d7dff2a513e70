using System.Diagnostics;

namespace AstRegistry;

/// <summary>
/// Names a class within one <see cref="CodeDatabase"/>: small, cheap to compare, and gone with the process. What may be stored or sent is
/// the class's <see cref="ClassKey"/>.
/// </summary>
/// <remarks>
/// <para>What keeps it stable: the position of the class in the sorted union of all keys when the database was loaded, or, for a class that
/// came later, behind all that came before. A class that stays keeps its id through every snapshot, revision and eviction; the id of a
/// class that goes is never given again.</para>
/// <para>Nothing leads out of an id and nothing leads into one except the database: it has no public constructor, converts to no number
/// and prints no value. Beside the position it holds a stamp of what was loaded until the position was given, so a database knows an id
/// that is not its own; two databases that were loaded alike give equal ids.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct ClassId : IEquatable<ClassId>
{
    /// <summary>Makes the id of a position.</summary>
    /// <param name="stamp">The stamp of the generation in which the position was given.</param>
    /// <param name="ordinal">The position, counted from 1.</param>
    internal ClassId(ulong stamp, int ordinal)
    {
        Stamp = stamp;
        Ordinal = ordinal;
    }

    /// <summary>The id of no class, <c>default</c>. Every look-up refuses it.</summary>
    public static ClassId None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => Ordinal == 0;

    /// <summary>The stamp of the generation in which the position was given.</summary>
    internal ulong Stamp { get; }

    /// <summary>The position, counted from 1; 0 in <see cref="None"/>.</summary>
    internal int Ordinal { get; }

    /// <inheritdoc/>
    public bool Equals(ClassId other) => Ordinal == other.Ordinal && Stamp == other.Stamp;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ClassId other && Equals(other);

    /// <summary>A hash code that is another one in every process.</summary>
    public override int GetHashCode() => HashCode.Combine(Stamp, Ordinal);

    /// <summary>Says that this is an id, and nothing more; print the class's key instead.</summary>
    public override string ToString() => IsNone ? "ClassId.None" : "ClassId";

    /// <summary>Whether two ids name the same class.</summary>
    public static bool operator ==(ClassId left, ClassId right) => left.Equals(right);

    /// <summary>Whether two ids name different classes.</summary>
    public static bool operator !=(ClassId left, ClassId right) => !left.Equals(right);
}
