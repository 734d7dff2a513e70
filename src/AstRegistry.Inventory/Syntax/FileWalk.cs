using AstRegistry.Identity;
using AstRegistry.Keys;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Syntax;

/// <summary>
/// The single pass over the syntax of one file: it finds types, members and functions, and on the way hashes, measures and lists their
/// nodes. A stack of its own takes the place of recursion, because source may nest deeper than any thread's stack.
/// </summary>
/// <remarks>
/// The facets: this file walks; <c>.Tokens</c> reads tokens and lines; <c>.Types</c> and <c>.Members</c> open and close declarations.
/// One instance serves one thread and keeps its buffers from file to file.
/// </remarks>
internal sealed partial class FileWalk
{
    /// <summary>The span of a missing node until it is known where its parent begins.</summary>
    private static readonly SourceSpan Unplaced = new(-1, -1, -1, -1);

    private readonly MemberTree _tree = new();
    private readonly DiscriminatorAssigner _assigner = new();
    private Frame[] _frames = new Frame[64];
    private int _depth;

    private FileTable _table = new();
    private InventoryOptions _options = new(AstRegistryDetail.Statements);
    private TypeScope _scope = new();
    private string _namespace = "";
    private string _fileName = "";
    private DeclarationSyntax? _declarations;
    private CancellationToken _cancellationToken;

    /// <summary>What the nodes below a frame are to the inventory.</summary>
    private enum Region : byte
    {
        /// <summary>The compilation unit and namespaces.</summary>
        Outer,

        /// <summary>Directly in a type declaration: its members.</summary>
        Type,

        /// <summary>Parts of a type declaration that are hashed but not recorded: attributes, base list, constraints.</summary>
        Header,

        /// <summary>A member: every node is recorded.</summary>
        Member,
    }

    /// <summary>What is to be closed when a frame is left.</summary>
    private enum Closing : byte
    {
        Nothing,
        Namespace,
        Type,
        Member,
        NestedFunction,
        AttributeList,
    }

    public FileTable Read(SyntaxTree tree, InventoryOptions options, DeclarationSyntax? declarations, CancellationToken cancellationToken)
    {
        _declarations = declarations;
        _table = new FileTable { Path = options.Path };
        _options = options;
        _scope = new TypeScope();
        _namespace = "";
        _fileName = FileNameOf(tree.FilePath);
        _cancellationToken = cancellationToken;
        _depth = 0;
        _type = _member = _function = -1;
        _attributeDepth = 0;
        Load(tree.GetText(cancellationToken));

        var root = tree.GetRoot(cancellationToken);
        if (root is CompilationUnitSyntax unit) _scope.EnterAliases(unit.Usings);
        Push(root, Region.Outer, Closing.Nothing, treeIndex: -1);
        Run();
        CloseTopLevelStatements();
        if (options.Detail == AstRegistryDetail.Types) _table.Members.Clear();

        var table = _table;
        Release();
        return table;
    }

    private void Run()
    {
        while (_depth > 0)
        {
            ref var frame = ref _frames[_depth - 1];
            if (!frame.Children.MoveNext())
            {
                Pop(ref frame);
                continue;
            }

            var child = frame.Children.Current;
            if (child.AsNode() is { } node) Enter(node, ref frame);
            else if (frame.Region != Region.Outer) Token(child.AsToken(), ref frame);
        }
    }

    private void Enter(SyntaxNode node, ref Frame parent)
    {
        switch (parent.Region)
        {
            case Region.Outer:
                EnterOuter(node);
                break;
            case Region.Type:
                EnterInType(node, ref parent);
                break;
            case Region.Header:
                // The arguments that a primary constructor passes to its base belong to the constructor.
                if (parent.Kind == (int)SyntaxKind.PrimaryConstructorBaseType && node.IsKind(SyntaxKind.ArgumentList) && _member >= 0) EnterInMember(node, ref parent, 0);
                else Push(node, Region.Header, node.IsKind(SyntaxKind.PrimaryConstructorBaseType) && _member >= 0 ? Closing.Member : Closing.Nothing, treeIndex: -1);
                break;
            default:
                if (IsFurtherDeclarator(node, in parent)) OpenFurtherDeclarator(node);
                else EnterInMember(node, ref parent, parent.TreeIndex);
                break;
        }
    }

    private void EnterOuter(SyntaxNode node)
    {
        if (node is BaseNamespaceDeclarationSyntax declaration)
        {
            CloseTopLevelStatements();
            _scope.EnterAliases(declaration.Usings);
            Push(node, Region.Outer, Closing.Namespace, treeIndex: -1);
            ref var frame = ref _frames[_depth - 1];
            frame.OuterNamespace = _namespace;
            var name = TypeText.OfNamespace(declaration.Name);
            _namespace = _namespace.Length == 0 ? name : _namespace + "." + name;
        }
        else if (Declarations.IsType(node.RawKind))
        {
            CloseTopLevelStatements();
            OpenType(node);
        }
        else if (node is GlobalStatementSyntax)
        {
            if (_member < 0) OpenTopLevelStatements(node);
            EnterInMember(node, ref _frames[_depth - 1], 0);
        }
    }

    private void EnterInMember(SyntaxNode node, ref Frame parent, int parentIndex)
    {
        var kind = node.RawKind;
        var treeIndex = _tree.Add(node, kind, parentIndex, _function, parent.Role, parent.Index++, parent.LastChild);
        parent.LastChild = treeIndex;
        if (NodeKinds.IsNestedFunction(kind) || IsImplicitGetter(kind, in parent)) OpenNestedFunction(node, treeIndex);
        else
        {
            var isAttributes = kind == (int)SyntaxKind.AttributeList;
            if (isAttributes) _attributeDepth++;
            Push(node, Region.Member, isAttributes ? Closing.AttributeList : Closing.Nothing, treeIndex);
        }
    }

    private void Push(SyntaxNode node, Region region, Closing closing, int treeIndex)
    {
        if (_depth == _frames.Length) Array.Resize(ref _frames, _depth * 2);
        ref var frame = ref _frames[_depth++];
        frame = new Frame
        {
            Node = node,
            Kind = node.RawKind,
            Children = node.ChildNodesAndTokens().GetEnumerator(),
            Region = region,
            Closing = closing,
            TreeIndex = treeIndex,
            Head = StableHash.Add(StableHash.Seed, (ulong)node.RawKind),
            Start = -1,
            LastChild = -1,
        };
        if (region == Region.Member) _meter.Enter(node, (SyntaxKind)node.RawKind);
    }

    private void Pop(ref Frame frame)
    {
        _depth--;
        Complete(_depth);
        if (_depth > 0)
        {
            ref var parent = ref _frames[_depth - 1];
            if (parent.Start < 0 && frame.Start >= 0)
            {
                parent.Start = frame.Start;
                parent.StartLine = frame.StartLine;
                parent.StartColumn = frame.StartColumn;
            }

            if (frame.Region == Region.Member)
            {
                AddToHead(ref parent, in frame);
                _meter.Leave(frame.Node, (SyntaxKind)frame.Kind);
            }
        }

        switch (frame.Closing)
        {
            case Closing.Namespace:
                _namespace = frame.OuterNamespace!;
                _scope.LeaveAliases();
                break;
            case Closing.Type:
                CloseType(in frame);
                break;
            case Closing.Member:
                CloseMember();
                break;
            case Closing.NestedFunction:
                CloseNestedFunction(in frame);
                break;
            case Closing.AttributeList:
                _attributeDepth--;
                break;
        }

        frame.Node = null!;
        frame.Children = default;
    }

    /// <summary>Writes down what is known of a node when its last token has been read.</summary>
    private void Complete(int depth)
    {
        ref var frame = ref _frames[depth];
        if (frame.TreeIndex < 0 || frame.TreeIndex >= _tree.Count) return;
        ref var node = ref _tree.Nodes[frame.TreeIndex];
        // The tree of a field with several declarators ends before its frames do.
        if (!ReferenceEquals(node.Syntax, frame.Node)) return;
        node.Head = frame.Head;
        if (frame.Start >= 0) Place(frame.TreeIndex, SpanFrom(in frame));
        else if (depth > 0 && _frames[depth - 1] is { TreeIndex: >= 0, Start: < 0 }) node.Span = Unplaced;
        else if (_end < _memberStart) Place(frame.TreeIndex, LinesOf(_memberStart, _memberStart));
        else Place(frame.TreeIndex, new SourceSpan(_endLine, _endColumn, _endLine, _endColumn));
    }

    /// <summary>
    /// Gives a node its span. Missing nodes before its first token stand where it begins, which is not known before it is complete.
    /// </summary>
    private void Place(int index, SourceSpan span)
    {
        var nodes = _tree.Nodes;
        nodes[index].Span = span;
        var start = new SourceSpan(span.StartLine, span.StartColumn, span.StartLine, span.StartColumn);
        for (var i = index + 1; i < _tree.Count && nodes[i].Span.StartLine < 0; i++) nodes[i].Span = start;
    }

    /// <summary>
    /// A head is what identifies a statement apart from the statements nested in it: so nested anchors and clauses are left out, and a
    /// block leaves at most a trace that it was there.
    /// </summary>
    private static void AddToHead(ref Frame parent, in Frame child)
    {
        if (NodeKinds.IsAnchor(child.Kind) || NodeKinds.IsSlot(child.Kind)) return;
        if (child.Kind != (int)SyntaxKind.Block) parent.Head = StableHash.Add(parent.Head, child.Head);
        else if (!NodeKinds.IsAnchor(parent.Kind) && parent.Kind != (int)SyntaxKind.Block) parent.Head = StableHash.Add(parent.Head, (ulong)SyntaxKind.Block);
    }

    /// <summary>Lets go of the syntax, so that a walk kept for the next file keeps no tree alive.</summary>
    private void Release()
    {
        _tree.Clear();
        _table = new FileTable();
        _scope = new TypeScope();
        _spellings.Clear();
        _declarations = null;
    }

    private static string FileNameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>One node on the way from the root to the current token.</summary>
    private struct Frame
    {
        public SyntaxNode Node;
        public int Kind;
        public ChildSyntaxList.Enumerator Children;
        public Region Region;
        public Closing Closing;

        /// <summary>The index in the member's tree, or -1.</summary>
        public int TreeIndex;
        public ulong Head;

        /// <summary>Offset, line and column of the first token, -1 before it was seen.</summary>
        public int Start;
        public int StartLine;
        public int StartColumn;

        /// <summary>Own tokens so far, separators and modifiers apart; and the number of children since the last of them.</summary>
        public int Role;
        public int Index;

        /// <summary>The previous child in the member's tree, or -1.</summary>
        public int LastChild;

        /// <summary>What was current before this frame and is again after it.</summary>
        public string? OuterNamespace;
        public int Outer;
        public int OuterScope;
        public ulong OuterDigest;
        public ulong OuterOwnName;

        /// <summary>Where the members of an open type begin among those whose keys may tie.</summary>
        public int FirstSpelling;
    }
}
