namespace AstRegistry.Snapshots;

internal readonly partial struct PersistentVector<T>
{
    /// <summary>Makes a changed copy. Changes nodes in place once they are its own. For one thread.</summary>
    public sealed class Builder
    {
        private object _owner = new();
        private VectorNode? _root;
        private int _shift;

        internal Builder(PersistentVector<T> origin)
        {
            _root = origin._root;
            _shift = origin._shift;
            Count = origin.Count;
        }

        public int Count { get; private set; }

        public ref readonly T this[int index]
        {
            get
            {
                var node = _root!;
                for (var shift = _shift; shift > 0; shift -= VectorNode.Bits) node = ((InnerNode)node).Children[(index >> (shift - 1)) & VectorNode.Mask]!;
                return ref ((LeafNode<T>)node).Items[index & VectorNode.LeafMask];
            }
        }

        public void Add(T item)
        {
            if (_root is null)
            {
                _root = new LeafNode<T>(_owner);
            }
            else if (Count == (long)VectorNode.LeafWidth << _shift)
            {
                var above = new InnerNode(_owner);
                above.Children[0] = _root;
                _root = above;
                _shift += VectorNode.Bits;
            }

            Count++;
            Set(Count - 1, item);
        }

        public void Set(int index, T item) => Own(index) = item;

        /// <summary>The place of an item, in nodes that are the builder's own.</summary>
        public ref T Own(int index)
        {
            ref var place = ref _root;
            for (var shift = _shift; shift > 0; shift -= VectorNode.Bits)
            {
                var inner = (InnerNode?)place;
                if (inner is null || !ReferenceEquals(inner.Owner, _owner)) place = inner = Copy(inner);
                place = ref inner.Children[(index >> (shift - 1)) & VectorNode.Mask];
            }

            var leaf = (LeafNode<T>?)place;
            if (leaf is null || !ReferenceEquals(leaf.Owner, _owner)) place = leaf = Copy(leaf);
            return ref leaf.Items[index & VectorNode.LeafMask];
        }

        /// <summary>The copy. The builder may go on; it then copies again what the copy holds.</summary>
        public PersistentVector<T> ToImmutable()
        {
            _owner = new();
            return new(_root, _shift, Count);
        }

        // As spans, because the runtime moves them at once, and the fields of a structure one by one.
        private InnerNode Copy(InnerNode? node)
        {
            var copy = new InnerNode(_owner);
            if (node is not null) ((ReadOnlySpan<VectorNode?>)node.Children).CopyTo(copy.Children);
            return copy;
        }

        private LeafNode<T> Copy(LeafNode<T>? node)
        {
            var copy = new LeafNode<T>(_owner);
            if (node is not null) ((ReadOnlySpan<T>)node.Items).CopyTo(copy.Items);
            return copy;
        }
    }
}
