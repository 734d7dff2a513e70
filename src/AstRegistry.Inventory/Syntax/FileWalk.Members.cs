using AstRegistry.Identity;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Syntax;

/// <summary>Opening and closing members and the functions nested in them.</summary>
internal sealed partial class FileWalk
{
    /// <summary>Members whose keys can be spelled out further, until the end of their type shows whether they tie.</summary>
    private readonly List<MemberFacts> _spellings = [];

    /// <summary>The row of the open member that is not nested, or -1.</summary>
    private int _member;

    /// <summary>The row of the innermost function or member, or -1.</summary>
    private int _function;

    private int _memberStart;
    private int _memberScope;

    private bool OpenMember(SyntaxNode node)
    {
        var container = _table.Types[_type].Kind;
        if (MemberFacts.Read(node, _scope, DefaultMemberAccessibility(container)) is not { } facts) return false;
        Open(node, facts);
        Push(node, Region.Member, Closing.Member, treeIndex: 0);
        return true;
    }

    private void OpenPrimaryConstructor(SyntaxNode parameterList, TypeDeclarationSyntax type)
    {
        Open(parameterList, MemberFacts.PrimaryConstructor(type, _scope));
        // With arguments for the base constructor, the constructor goes on to the end of them.
        var callsBase = type.BaseList?.Types.FirstOrDefault() is PrimaryConstructorBaseTypeSyntax;
        Push(parameterList, Region.Member, callsBase ? Closing.Nothing : Closing.Member, treeIndex: 0);
    }

    private static bool IsFurtherDeclarator(SyntaxNode node, in Frame parent) =>
        node.IsKind(SyntaxKind.VariableDeclarator) && parent.Index > 1 && parent.Node.Parent is BaseFieldDeclarationSyntax;

    /// <summary>Each declarator of a field is a member of its own; the first one carries the type and the attributes.</summary>
    private void OpenFurtherDeclarator(SyntaxNode declarator)
    {
        Complete(_depth - 1);
        if (_member >= 0) CloseMember();
        _frames[_depth - 2].Closing = Closing.Nothing;
        OpenMember(declarator);
    }

    private void Open(SyntaxNode node, MemberFacts facts)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _memberScope = _scope.Depth;
        _member = AddRow(node, facts, container: -1);
        _digest = StableHash.Seed;
        _memberName = _ownName = HashOfName(facts.OwnName);
        // The compiler puts a missing declaration behind the white space, which may be behind its type.
        var span = node.Span;
        _memberStart = span.IsEmpty ? _end : span.Start;
        _tree.Clear();
        _tree.Add(node, node.RawKind, -1, _member, 0, 0, -1);
        if (facts.HasSpelling) _spellings.Add(facts);
        if (facts.Row.IsFunction) _meter.BeginFunction(node, node.Kind());
    }

    private int AddRow(SyntaxNode node, MemberFacts facts, int container)
    {
        var row = facts.Row;
        row.Type = _type;
        row.Container = container;
        row.SyntaxKind = node.RawKind;
        _scope.Enter(facts.TypeParameters, ofMethod: true);
        _function = _table.Members.Count;
        _table.Members.Add(row);
        _declarations?.Members.Add(node);
        _table.Types[_type].MemberCounts[(int)row.Kind]++;
        return _function;
    }

    private void CloseMember()
    {
        var row = _table.Members[_member];
        row.Digest = StableHash.Finish(_digest);
        if (row.IsFunction) Measure(row);
        row.Span = LinesOf(_memberStart, Math.Max(_memberStart, _end));
        _tree.Nodes[0].Span = row.Span;
        var hasNested = _table.Members.Count > _member + 1;
        if (_options.Detail >= AstRegistryDetail.Statements || (_options.Detail == AstRegistryDetail.Members && hasNested))
        {
            _assigner.Assign(_tree);
            NameNestedFunctions();
            if (_options.Detail >= AstRegistryDetail.Statements) AddNodes();
        }

        if (row.Kind == MemberKind.TopLevelStatements) CloseProgram(row);
        _scope.Leave(_memberScope);
        _tree.Clear();
        _member = _function = -1;
        _memberName = _ownName = 0;
    }

    private void CloseProgram(MemberRow member)
    {
        var program = _table.Types[_type];
        program.Span = member.Span;
        program.Digest = StableHash.Finish(_typeDigest);
        program.CompilationHash = HashOfText(TextSpan.FromBounds(_memberStart, Math.Max(_memberStart, _end)));
        _type = -1;
    }

    private static bool IsImplicitGetter(int kind, in Frame parent) =>
        kind == (int)SyntaxKind.ArrowExpressionClause && (SyntaxKind)parent.Kind is SyntaxKind.PropertyDeclaration or SyntaxKind.IndexerDeclaration;

    private void OpenNestedFunction(SyntaxNode node, int treeIndex)
    {
        var outer = _function;
        var scope = _scope.Depth;
        var facts = MemberFacts.Nested(node, _scope);
        AddRow(node, facts, outer);
        if (facts.Parameters is not null) facts.Row.Parameters = Declarations.Parameters(facts.Parameters, _scope, Keys.TypeSpelling.Reduced);
        _tree.Nodes[treeIndex].Function = _function;
        _meter.BeginFunction(node, node.Kind());
        Push(node, Region.Member, Closing.NestedFunction, treeIndex);
        ref var frame = ref _frames[_depth - 1];
        frame.Outer = outer;
        frame.OuterScope = scope;
        frame.OuterDigest = _digest;
        frame.OuterOwnName = _ownName;
        _digest = StableHash.Seed;
        _ownName = HashOfName(facts.OwnName);
    }

    private void CloseNestedFunction(in Frame frame)
    {
        var row = _table.Members[_function];
        row.Digest = StableHash.Finish(_digest);
        Measure(row);
        _scope.Leave(frame.OuterScope);
        _digest = StableHash.Add(frame.OuterDigest, row.Digest);
        _ownName = frame.OuterOwnName;
        _function = frame.Outer;
    }

    /// <summary>Ends the measurement of a function, and adds it to its type unless it is part of another function.</summary>
    private void Measure(MemberRow row)
    {
        ReportTrailingComments();
        row.Complexity = _meter.EndFunction();
        if (row.Container >= 0 && _table.Members[row.Container].IsFunction) return;
        var type = _table.Types[row.Type];
        type.CyclomaticSum += row.Complexity.Cyclomatic;
        type.CyclomaticMax = Math.Max(type.CyclomaticMax, row.Complexity.Cyclomatic);
        type.CognitiveSum += row.Complexity.Cognitive;
        type.CognitiveMax = Math.Max(type.CognitiveMax, row.Complexity.Cognitive);
    }

    /// <summary>A nested function is named by the node that declares it, the first node in its row, and stands where it does.</summary>
    private void NameNestedFunctions()
    {
        var nodes = _tree.Nodes;
        for (var i = 1; i < _tree.Count; i++)
        {
            if (nodes[i].Function == nodes[nodes[i].Parent].Function) continue;
            var row = _table.Members[nodes[i].Function];
            row.SalientName = nodes[i].Name;
            row.Discriminator = nodes[i].Discriminator;
            row.IsAmbiguous = (nodes[i].Flags & NodeFlags.Ambiguous) != 0;
            row.Span = nodes[i].Span;
        }
    }

    private void AddNodes()
    {
        var all = _options.Detail == AstRegistryDetail.Nodes;
        var table = _table.Nodes;
        var nodes = _tree.Nodes;
        var root = table.Add(nodes[0].Kind, -1, _member, nodes[0].Span, "", 0, NodeFlags.None);
        nodes[0].Row = root;
        for (var i = 1; i < _tree.Count; i++)
        {
            ref var node = ref nodes[i];
            var isStructural = NodeKinds.IsStructural(node.Kind);
            if (!isStructural && !all)
            {
                node.Row = nodes[node.Parent].Row;
                continue;
            }

            var name = isStructural ? node.Name : Salience.Of(node.Syntax).Name;
            node.Row = table.Add(node.Kind, nodes[node.Parent].Row, node.Function, node.Span, name, node.Discriminator, node.Flags);
        }
    }

    private SourceSpan LinesOf(int start, int end)
    {
        var (startLine, startColumn) = Position(start);
        var (endLine, endColumn) = Position(end);
        return new SourceSpan(startLine, startColumn, endLine, endColumn);
    }

    private (int Line, int Column) Position(int offset)
    {
        var line = Array.BinarySearch(_lineStarts, 0, _lineCount, offset);
        if (line < 0) line = ~line - 1;
        return (line, offset - _lineStarts[line]);
    }
}
