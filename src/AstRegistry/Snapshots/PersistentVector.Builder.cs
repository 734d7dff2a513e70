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

        public void Set(int index, T item)
        {
            ref var place = ref _root;
            for (var shift = _shift; shift > 0; shift -= VectorNode.Bits)
            {
                var inner = (InnerNode?)place;
                if (inner is null || !ReferenceEquals(inner.Owner, _owner))
                {
                    var copy = new InnerNode(_owner);
                    if (inner is not null) copy.Children = inner.Children;
                    place = inner = copy;
                }

                place = ref inner.Children[(index >> (shift - 1)) & VectorNode.Mask];
            }

            var leaf = (LeafNode<T>?)place;
            if (leaf is null || !ReferenceEquals(leaf.Owner, _owner))
            {
                var copy = new LeafNode<T>(_owner);
                if (leaf is not null) copy.Items = leaf.Items;
                place = leaf = copy;
            }

            leaf.Items[index & VectorNode.LeafMask] = item;
        }

        /// <summary>The copy. The builder may go on; it then copies again what the copy holds.</summary>
        public PersistentVector<T> ToImmutable()
        {
            _owner = new();
            return new(_root, _shift, Count);
        }
    }
}
