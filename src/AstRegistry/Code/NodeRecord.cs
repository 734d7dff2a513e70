using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using AstRegistry.Code;
using AstRegistry.Packing;

namespace AstRegistry;

/// <summary>
/// A syntax node of a member: a handle to the decoded data of its file, as small as a reference and an index. Walking from node to node
/// allocates nothing.
/// </summary>
/// <remarks>
/// Which nodes there are depends on <see cref="CodeRegistry.Detail"/>: at <see cref="AstRegistryDetail.Members"/> the declarations of
/// members and nested functions, at <see cref="AstRegistryDetail.Statements"/> also statements, calls and whatever else is an
/// instrumentation point, at <see cref="AstRegistryDetail.Nodes"/> all. The default value is no node: it says so in
/// <see cref="IsNone"/> and refuses everything else.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly partial struct NodeRecord : IEquatable<NodeRecord>
{
    private readonly LoadedNodes? _nodes;
    private readonly int _index;

    internal NodeRecord(LoadedNodes nodes, int index)
    {
        _nodes = index < 0 ? null : nodes;
        _index = index;
    }

    /// <summary>Whether this is no node: the default value, the parent of a member's declaration, a miss.</summary>
    public bool IsNone => _nodes is null;

    /// <summary>The id. Of a member's declaration it is the member's.</summary>
    public NodeId Id => Nodes.IdOf(_index);

    /// <summary>The syntax kind.</summary>
    public SyntaxNodeKind Kind => (SyntaxNodeKind)Data.Kind;

    /// <summary>The salient name, by identifiers only: the method of a call, the variable of a declaration; empty where there is none.</summary>
    public string Name => Data.Name;

    /// <summary>The nearest recorded ancestor in the same member; none for the member's declaration.</summary>
    public NodeRecord Parent => new(Nodes, Data.Parent);

    /// <summary>The nodes whose <see cref="Parent"/> this is, in document order.</summary>
    public NodeSequence Children => new(Nodes, NodeStep.Sibling, _index + 1, Data.End);

    /// <summary>Where it stands, by line and column.</summary>
    public SourceSpan Span => Data.Span;

    /// <summary>Where it stands, with the file if the project emits paths.</summary>
    public SourceLocation Location => Nodes.File.Locate(Data.Span);

    /// <summary>The innermost function it belongs to, itself when it declares one; null outside of functions, as in a field's initializer.</summary>
    public FunctionRecord? Function
    {
        get
        {
            for (var row = Data.Member; row >= 0; row = Nodes.File.Table.Members[row].Container)
            {
                if (Nodes.File.GetMember(row) is FunctionRecord function) return function;
            }

            return null;
        }
    }

    /// <summary>The member it belongs to; never a nested function.</summary>
    public MemberRecord Member => Nodes.File.GetMember(Nodes.File.OutermostMember(Data.Member));

    /// <summary>The module it belongs to.</summary>
    public ModuleRecord Module => Nodes.File.GetModule(Nodes.File.Table.Members[Data.Member].Type);

    /// <summary>Whether only its position tells it from an equal node, so that its id shifts when an equal one is inserted before it.</summary>
    public bool IsAmbiguous => (Data.Flags & NodeFlags.Ambiguous) != 0;

    private LoadedNodes Nodes => _nodes ?? ThrowNone();

    private ref readonly LoadedNode Data => ref Nodes[_index];

    /// <summary>The recorded ancestors in the same member, the nearest first; the last is the member's declaration.</summary>
    public NodeSequence Ancestors() => new(Nodes, NodeStep.Parent, Data.Parent, 0);

    /// <summary>All nodes below, in document order.</summary>
    public NodeSequence Descendants() => new(Nodes, NodeStep.Next, _index + 1, Data.End);

    /// <summary>The node and all nodes below, in document order.</summary>
    public NodeSequence DescendantsAndSelf() => new(Nodes, NodeStep.Next, _index, Data.End);

    /// <inheritdoc/>
    public bool Equals(NodeRecord other) => ReferenceEquals(_nodes, other._nodes) && _index == other._index;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is NodeRecord other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _nodes is null ? 0 : Id.GetHashCode();

    /// <summary>Kind, salient name and place: <c>InvocationExpression Add 12:9-12:22</c>.</summary>
    public override string ToString()
    {
        if (IsNone) return "(none)";
        return Name.Length == 0 ? $"{Kind} {Span}" : $"{Kind} {Name} {Span}";
    }

    /// <summary>Whether both are the same node.</summary>
    public static bool operator ==(NodeRecord left, NodeRecord right) => left.Equals(right);

    /// <summary>Whether they are different nodes.</summary>
    public static bool operator !=(NodeRecord left, NodeRecord right) => !left.Equals(right);

    [DoesNotReturn]
    private static LoadedNodes ThrowNone() => throw new InvalidOperationException(
        $"This {nameof(NodeRecord)} is no node: it is a default value, the parent of a member's declaration, or the result of a look-up that missed. Ask {nameof(IsNone)} first.");
}
