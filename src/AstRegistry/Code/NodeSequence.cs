using System.Collections;
using AstRegistry.Code;

namespace AstRegistry;

/// <summary>The children, ancestors or descendants of a node. <c>foreach</c> over it allocates nothing.</summary>
public readonly struct NodeSequence : IEnumerable<NodeRecord>
{
    private readonly LoadedNodes? _nodes;
    private readonly NodeStep _step;
    private readonly int _start;
    private readonly int _end;

    internal NodeSequence(LoadedNodes nodes, NodeStep step, int start, int end)
    {
        _nodes = nodes;
        _step = step;
        _start = start;
        _end = end;
    }

    /// <summary>Begins at the first node.</summary>
    public Enumerator GetEnumerator() => new(_nodes, _step, _start, _end);

    IEnumerator<NodeRecord> IEnumerable<NodeRecord>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks a <see cref="NodeSequence"/>.</summary>
    public struct Enumerator : IEnumerator<NodeRecord>
    {
        private readonly LoadedNodes? _nodes;
        private readonly NodeStep _step;
        private readonly int _start;
        private readonly int _end;
        private int _current;

        internal Enumerator(LoadedNodes? nodes, NodeStep step, int start, int end)
        {
            _nodes = nodes;
            _step = step;
            _start = start;
            _end = end;
            _current = -1;
        }

        /// <inheritdoc/>
        public readonly NodeRecord Current => _nodes is null ? default : new NodeRecord(_nodes, _current);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (_nodes is null) return false;
            var next = _current < 0 ? _start : Follow(_nodes);
            if (_step == NodeStep.Parent ? next < 0 : next >= _end) return false;
            _current = next;
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => _current = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }

        private readonly int Follow(LoadedNodes nodes) => _step switch
        {
            NodeStep.Parent => nodes[_current].Parent,
            NodeStep.Sibling => nodes[_current].End,
            _ => _current + 1,
        };
    }
}

/// <summary>How a <see cref="NodeSequence"/> goes from one node to the next.</summary>
internal enum NodeStep
{
    Next,
    Sibling,
    Parent,
}
