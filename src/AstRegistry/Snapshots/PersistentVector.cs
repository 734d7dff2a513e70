using System.Runtime.CompilerServices;

namespace AstRegistry.Snapshots;

/// <summary>
/// An immutable list with 32 items a leaf and 64 nodes below each other one: reading costs a step for each power of 64, and a changed copy shares all
/// nodes but those on the way to what changed.
/// </summary>
/// <remarks><c>default</c> is the empty one. The structure is that of Bagwell's array mapped tries, as used for vectors by Clojure, with owned nodes that a builder changes in place.</remarks>
internal readonly partial struct PersistentVector<T>
{
    private readonly VectorNode? _root;

    // Six for each level above the leaves.
    private readonly int _shift;

    private PersistentVector(VectorNode? root, int shift, int count)
    {
        _root = root;
        _shift = shift;
        Count = count;
    }

    public static PersistentVector<T> Empty => default;

    public int Count { get; }

    /// <summary>An item; the index is known to be sound.</summary>
    public ref readonly T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var node = _root!;
            for (var shift = _shift; shift > 0; shift -= VectorNode.Bits)
            {
                node = Unsafe.As<InnerNode>(node).Children[(index >> (shift - 1)) & VectorNode.Mask]!;
            }

            return ref Unsafe.As<LeafNode<T>>(node).Items[index & VectorNode.LeafMask];
        }
    }

    public Builder ToBuilder() => new(this);

    /// <summary>Visits each place whose item may differ between two vectors, in ascending order, by skipping the nodes that both share.</summary>
    /// <param name="old">The one vector.</param>
    /// <param name="other">The other vector.</param>
    /// <param name="visit">Called with the place and the items of both, a default item for none; returns whether to go on.</param>
    /// <returns>Whether all were visited.</returns>
    public static bool Compare(PersistentVector<T> old, PersistentVector<T> other, Func<int, T, T, bool> visit)
    {
        var shift = Math.Max(old._shift, other._shift);
        return Compare(Lift(old, shift), Lift(other, shift), shift, 0, visit);
    }

    /// <summary>The root as it would be in a vector of more levels.</summary>
    private static VectorNode? Lift(PersistentVector<T> vector, int shift)
    {
        var root = vector._root;
        for (var level = vector._shift; level < shift && root is not null; level += VectorNode.Bits)
        {
            var above = new InnerNode(null);
            above.Children[0] = root;
            root = above;
        }

        return root;
    }

    private static bool Compare(VectorNode? old, VectorNode? other, int shift, int first, Func<int, T, T, bool> visit)
    {
        if (ReferenceEquals(old, other)) return true;
        if (shift == 0) return CompareLeaves((LeafNode<T>?)old, (LeafNode<T>?)other, first, visit);
        for (var i = 0; i < VectorNode.Width; i++)
        {
            var left = old is null ? null : ((InnerNode)old).Children[i];
            var right = other is null ? null : ((InnerNode)other).Children[i];
            if (!Compare(left, right, shift - VectorNode.Bits, first + (i << (shift - 1)), visit)) return false;
        }

        return true;
    }

    private static bool CompareLeaves(LeafNode<T>? old, LeafNode<T>? other, int first, Func<int, T, T, bool> visit)
    {
        for (var i = 0; i < VectorNode.LeafWidth; i++)
        {
            if (!visit(first + i, old is null ? default! : old.Items[i], other is null ? default! : other.Items[i])) return false;
        }

        return true;
    }
}
