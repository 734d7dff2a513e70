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

    /// <summary>Visits each place whose item may differ between two vectors, by skipping the nodes that both share.</summary>
    /// <param name="old">The one vector.</param>
    /// <param name="other">The other vector.</param>
    /// <param name="visit">Called with the items of both; a default item stands for none.</param>
    public static void Compare(PersistentVector<T> old, PersistentVector<T> other, Action<T, T> visit)
    {
        var shift = Math.Max(old._shift, other._shift);
        Compare(Lift(old, shift), Lift(other, shift), shift, visit);
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

    private static void Compare(VectorNode? old, VectorNode? other, int shift, Action<T, T> visit)
    {
        if (ReferenceEquals(old, other)) return;
        var width = shift > 0 ? VectorNode.Width : VectorNode.LeafWidth;
        for (var i = 0; i < width; i++)
        {
            if (shift > 0) Compare(old is null ? null : ((InnerNode)old).Children[i], other is null ? null : ((InnerNode)other).Children[i], shift - VectorNode.Bits, visit);
            else visit(old is null ? default! : ((LeafNode<T>)old).Items[i], other is null ? default! : ((LeafNode<T>)other).Items[i]);
        }
    }
}
