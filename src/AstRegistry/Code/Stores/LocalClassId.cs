using System.Diagnostics;
using System.Runtime.CompilerServices;
using AstRegistry.Code;

namespace AstRegistry;

/// <summary>
/// Names a class within an open <see cref="StoreSession{TBrand}"/>. The compiler keeps it there: it cannot be returned from the method that
/// opened the session, stored in a field, boxed, captured, put in a collection, printed by interpolation, or kept across <c>await</c> and
/// <c>yield</c>.
/// </summary>
/// <remarks>
/// What has to last longer takes another form: within the store's life a <see cref="LocalClassRef{TBrand}"/>, within the database's a
/// <see cref="ClassId"/>, beyond it a <see cref="ClassKey"/>. <see cref="StoreSession{TBrand}"/> gives all three.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly ref struct LocalClassId
{
    /// <summary>Points into the session, on the stack: this is what ties the id to the session's scope.</summary>
    private readonly ref readonly SessionState? _session;

    internal LocalClassId(ref readonly SessionState? session, int slot)
    {
        _session = ref session;
        Slot = slot;
    }

    /// <summary>The id of no class, <c>default</c>. Every session refuses it.</summary>
    public static LocalClassId None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => Unsafe.IsNullRef(in _session);

    /// <summary>What the session that gave the id shares with its copies; null in <see cref="None"/>.</summary>
    internal SessionState? Session => IsNone ? null : _session;

    internal int Slot { get; }

    /// <summary>Whether two ids name the same class of the same store.</summary>
    public bool Equals(LocalClassId other) => Slot == other.Slot && ReferenceEquals(Session?.Generation, other.Session?.Generation);

    /// <summary>Never equal: what is boxed cannot be an id of a session.</summary>
    public override bool Equals(object? obj) => false;

    /// <summary>Not supported: an id of a session can be the key of no table.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override int GetHashCode() => throw new NotSupportedException("An id of a session can be the key of no table. Use the class's key, or a LocalClassRef.");

    /// <summary>Says that this is an id, and nothing more; print the class's key instead.</summary>
    public override string ToString() => IsNone ? "LocalClassId.None" : "LocalClassId";

    /// <summary>Whether two ids name the same class of the same store.</summary>
    public static bool operator ==(LocalClassId left, LocalClassId right) => left.Equals(right);

    /// <summary>Whether two ids name different classes, or classes of different stores.</summary>
    public static bool operator !=(LocalClassId left, LocalClassId right) => !left.Equals(right);
}
