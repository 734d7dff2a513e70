using System.Runtime.CompilerServices;

namespace AstRegistry.Snapshots;

/// <summary>A node of a <see cref="PersistentVector{T}"/>, which may change as long as its owner is the builder at work.</summary>
internal abstract class VectorNode(object? owner)
{
    public const int Bits = 6;
    public const int Width = 1 << Bits;
    public const int Mask = Width - 1;

    /// <summary>Leaves are half as wide as what is above them: a change copies one, and a step of the way is not longer for it.</summary>
    public const int LeafWidth = Width / 2;
    public const int LeafMask = LeafWidth - 1;

    public readonly object? Owner = owner;
}

/// <summary>A node above others.</summary>
internal sealed class InnerNode(object? owner) : VectorNode(owner)
{
    public Buffer Children;

    [InlineArray(Width)]
    public struct Buffer
    {
        private VectorNode? _first;
    }
}

/// <summary>A node that holds items.</summary>
internal sealed class LeafNode<T>(object? owner) : VectorNode(owner)
{
    public Buffer Items;

    [InlineArray(LeafWidth)]
    public struct Buffer
    {
        private T _first;
    }
}
