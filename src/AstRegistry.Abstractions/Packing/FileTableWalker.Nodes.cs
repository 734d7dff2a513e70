using AstRegistry.Identity;

namespace AstRegistry.Packing;

internal sealed partial class FileTableWalker<TBits>
{
    private Frame[] _frames = new Frame[64];

    /// <summary>What surrounds a node differs with the detail, so each has contexts of its own.</summary>
    private Use _nodeKind;

    /// <summary>The name coded last.</summary>
    private int _lastSymbol;

    /// <summary>
    /// Codes the node rows. Usually they are one tree for each member that is not nested, and a node that declares a nested function is
    /// the next such member row; where they are not, parents and members are written out.
    /// </summary>
    public void Nodes(FileTable table, AstRegistryDetail detail)
    {
        _nodeKind = detail == AstRegistryDetail.Nodes ? Use.NodeKind : Use.StatementKind;
        _lastSymbol = 0;
        if (!Flag(Context(Use.NodeRegular), IsReading || NodeLinks.Agrees(table)))
        {
            LooseNodes(table);
            return;
        }

        var node = 0;
        for (var i = 0; i < table.Members.Count; i++)
        {
            if (!table.Members[i].IsNested) node = Tree(table, i, node);
        }
    }

    /// <summary>Codes the tree of one member from its root's row on, and gives the index behind it.</summary>
    private int Tree(FileTable table, int member, int node)
    {
        var nodes = table.Nodes;
        var root = table.Members[member];
        if (IsReading) nodes.Add(root.SyntaxKind, -1, member, root.Span, "", 0, NodeFlags.None);
        _frames[0] = Frame.Of(node, root.SyntaxKind, member, Position.StartOf(root.Span, root.Span.StartColumn));
        node++;
        var next = member + 1;
        for (var depth = 0; depth >= 0;)
        {
            ref var frame = ref _frames[depth];
            var grand = depth > 0 ? _frames[depth - 1].Kind : 0;
            var kind = NodeKind(ref frame, grand, !IsReading && node < nodes.Count && nodes.Parent[node] == frame.Node ? nodes.Kind[node] : -1);
            if (kind < 0)
            {
                if (depth > 0) Close(nodes, ref frame, ref _frames[depth - 1]);
                depth--;
                continue;
            }

            Spend(1);
            if (++depth == _frames.Length) Array.Resize(ref _frames, depth * 2);
            Open(table, node, kind, ref _frames[depth - 1], ref _frames[depth], ref next);
            node++;
        }

        return node;
    }

    /// <summary>Codes the kind of the next child, or -1 for no more.</summary>
    private int NodeKind(ref Frame parent, int grand, int kind)
    {
        var child = (uint)Math.Min(parent.Children, 3);
        var code = _coder.Number(
            Context(_nodeKind, (uint)parent.Kind, (uint)((parent.LastKind << 2) + (int)child), (uint)grand),
            Context(_nodeKind, (uint)parent.Kind, (uint)parent.LastKind),
            kind < 0 ? 0 : KindRanks.RankOf(kind) + 1);
        return code == 0 ? -1 : KindRanks.KindOf(code - 1);
    }

    private void Open(FileTable table, int node, int kind, ref Frame parent, ref Frame frame, ref int next)
    {
        var nodes = table.Nodes;
        var from = new Position(parent.Line, parent.Column, parent.Indent);
        var isLinked = false;
        if (next < table.Members.Count && table.Members[next].SyntaxKind == kind && table.Members[next].IsNested)
        {
            isLinked = Flag(Context(Use.NodeLink, (uint)kind), !IsReading && nodes.Member[node] == next);
        }

        if (isLinked)
        {
            var row = table.Members[next];
            if (IsReading)
            {
                nodes.Add(kind, parent.Node, next, row.Span, row.SalientName, row.Discriminator, row.IsAmbiguous ? NodeFlags.Ambiguous : NodeFlags.None);
            }

            var indent = row.Span.StartLine == from.Line ? from.Indent : row.Span.StartColumn;
            frame = Frame.Of(node, kind, next, Position.StartOf(row.Span, indent));
            frame.IsLinked = true;
            frame.Symbol = Math.Max(_model.Symbols.Find(row.SalientName), 0);
            frame.Scope = frame.Symbol > 0 ? frame.Symbol : parent.Scope;
            next++;
        }
        else
        {
            var context = Context(_nodeKind, (uint)kind, (uint)parent.Kind, (uint)parent.LastKind);
            var fallback = Context(_nodeKind, (uint)kind, parent.Children == 0 ? 1u : 0);
            if (IsReading) nodes.Add(kind, parent.Node, parent.Member, default, "", 0, NodeFlags.None);
            var start = nodes.Span[node];
            var position = Start(context, fallback, from, new Position(start.StartLine, start.StartColumn, 0));
            frame = Frame.Of(node, kind, parent.Member, position);
            NodeName(nodes, ref parent, ref frame);
            Discriminator(nodes, node, kind);
        }

        parent.Children++;
        parent.LastKind = kind;
    }

    /// <summary>Codes the salient name of a node, which often is that of its parent or what it was the last time in this place.</summary>
    private void NodeName(NodeTable nodes, ref Frame parent, ref Frame frame)
    {
        var kind = (uint)frame.Kind;
        var name = nodes.Name[frame.Node];
        var symbol = IsReading ? 0 : _model.Symbols.Find(name);
        var child = (uint)Math.Min(parent.Children, 3);
        var place = Context(Use.NodeName, kind, ((uint)parent.Kind << 2) + child, (uint)parent.LastKind);
        var coarse = Context(Use.NodeName, kind, (uint)parent.Kind);
        if (_coder.Flag(place, coarse, symbol == 0)) symbol = 0;
        else if (parent.Symbol > 0 && _coder.Flag(place + 1, coarse + 1, symbol == parent.Symbol)) symbol = parent.Symbol;
        else
        {
            symbol = Symbol(
                Use.NodeName, Context(Use.NodeName, kind, (uint)parent.Scope, child), Context(Use.NodeName, kind, (uint)_lastSymbol, 9), symbol, name);
            _lastSymbol = symbol;
        }

        frame.Symbol = symbol;
        frame.Scope = symbol > 0 ? symbol : parent.Scope;
        nodes.Name[frame.Node] = _model.Symbols[symbol];
    }

    private void Discriminator(NodeTable nodes, int node, int kind)
    {
        if (NodeKinds.IsStructural(kind))
        {
            var context = Context(Use.Discriminated, (uint)kind);
            if (Flag(context, nodes.Discriminator[node] != 0)) nodes.Discriminator[node] = (ushort)_coder.Raw(nodes.Discriminator[node], 16);
        }

        var flags = Context(Use.NodeFlags, (uint)kind, nodes.Discriminator[node] == 0 ? 0u : 1);
        nodes.Flags[node] = (NodeFlags)Int32(flags, (int)nodes.Flags[node]);
    }

    /// <summary>Codes the end of a node, unless a member row tells it, and moves the parent's position behind it.</summary>
    private void Close(NodeTable nodes, ref Frame frame, ref Frame parent)
    {
        ref var span = ref nodes.Span[frame.Node];
        if (!frame.IsLinked)
        {
            var context = Context(_nodeKind, (uint)frame.Kind, (uint)frame.LastKind, (uint)parent.Kind);
            var fallback = Context(_nodeKind, (uint)frame.Kind, (uint)frame.LastKind);
            var expected = frame.Children == 0 ? nodes.Name[frame.Node].Length : 0;
            var end = End(
                context, fallback, new Position(frame.Line, frame.Column, frame.OwnIndent), expected, new Position(span.EndLine, span.EndColumn, 0));
            if (IsReading) span = new SourceSpan(frame.StartLine, frame.StartColumn, end.Line, end.Column);
        }

        parent.Line = span.EndLine;
        parent.Column = span.EndColumn;
        parent.Indent = frame.OwnIndent;
    }

    /// <summary>Codes node rows that are not one tree a member, column by column in every row.</summary>
    private void LooseNodes(FileTable table)
    {
        var nodes = table.Nodes;
        var count = Int32(Context(Use.NodeCount), nodes.Count);
        Spend((uint)count);
        var from = default(Position);
        for (var i = 0; i < count; i++)
        {
            if (IsReading) nodes.Add(0, 0, 0, default, "", 0, NodeFlags.None);
            var kind = KindRanks.KindOf(_coder.Number(Context(_nodeKind), Context(_nodeKind), KindRanks.RankOf(nodes.Kind[i])));
            nodes.Kind[i] = (ushort)kind;
            nodes.Parent[i] = i - Int32(Context(Use.NodeParent), i - nodes.Parent[i]);
            var member = i == 0 ? 0 : nodes.Member[i - 1];
            nodes.Member[i] = member + _coder.Signed(Context(Use.NodeMember), Context(Use.NodeMember), nodes.Member[i] - member);
            if ((uint)(nodes.Parent[i] + 1) > (uint)i) throw Damaged("the parent of a node");
            if ((uint)nodes.Member[i] >= (uint)table.Members.Count) throw Damaged("the member of a node");
            nodes.Span[i] = Span(Context(_nodeKind, (uint)kind), from, nodes.Span[i]);
            from = Position.StartOf(nodes.Span[i], nodes.Span[i].StartColumn);
            nodes.Name[i] = Name(Use.NodeName, Context(Use.NodeName, (uint)kind), nodes.Name[i]);
            Discriminator(nodes, i, kind);
        }
    }

    /// <summary>A node that is open: where its next child is to be looked for, and what came before.</summary>
    private struct Frame
    {
        public int Node;
        public int Kind;
        public int Member;
        public int StartLine;
        public int StartColumn;
        public int Children;
        public int LastKind;

        /// <summary>Where the last child ended, or the node's start.</summary>
        public int Line;
        public int Column;

        /// <summary>The indentation against which the next child stands: that of the last child, or the node's own.</summary>
        public int Indent;
        public int OwnIndent;
        public bool IsLinked;

        /// <summary>The node's name, and the name of the nearest node from it upwards that has one.</summary>
        public int Symbol;
        public int Scope;

        public static Frame Of(int node, int kind, int member, Position start) => new()
        {
            Node = node,
            Kind = kind,
            Member = member,
            StartLine = start.Line,
            StartColumn = start.Column,
            Line = start.Line,
            Column = start.Column,
            Indent = start.Indent,
            OwnIndent = start.Indent,
        };
    }
}
