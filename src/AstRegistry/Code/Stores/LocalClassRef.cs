using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace AstRegistry;

/// <summary>
/// Names a class within one <see cref="TypeStore{TBrand}"/>, for nodes that live in the store: small and free to be kept in fields. Each use
/// checks that it comes from this store and that the store was not cleared since.
/// </summary>
/// <typeparam name="TBrand">The brand of the store; the compiler keeps references of different brands apart.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct LocalClassRef<TBrand> : IEquatable<LocalClassRef<TBrand>>
{
    internal LocalClassRef(long store, int generation, int slot)
    {
        Store = store;
        Generation = generation;
        Slot = slot;
    }

    /// <summary>The reference to no class, <c>default</c>. Every store refuses it.</summary>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "None of one brand is no reference of another.")]
    public static LocalClassRef<TBrand> None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => Store == 0;

    /// <summary>The number of the store, counted from 1.</summary>
    internal long Store { get; }

    /// <summary>The number of the store's generation.</summary>
    internal int Generation { get; }

    internal int Slot { get; }

    /// <inheritdoc/>
    public bool Equals(LocalClassRef<TBrand> other) => Slot == other.Slot && Generation == other.Generation && Store == other.Store;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LocalClassRef<TBrand> other && Equals(other);

    /// <summary>A hash code that is another one in every process.</summary>
    public override int GetHashCode() => HashCode.Combine(Store, Generation, Slot);

    /// <summary>Says that this is a reference, and nothing more; print the class's key instead.</summary>
    public override string ToString() => IsNone ? "LocalClassRef.None" : "LocalClassRef";

    /// <summary>Whether two references name the same class of the same store.</summary>
    public static bool operator ==(LocalClassRef<TBrand> left, LocalClassRef<TBrand> right) => left.Equals(right);

    /// <summary>Whether two references name different classes, or classes of different stores.</summary>
    public static bool operator !=(LocalClassRef<TBrand> left, LocalClassRef<TBrand> right) => !left.Equals(right);
}
