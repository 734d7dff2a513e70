using System.Diagnostics;
using AstRegistry.Code;
using AstRegistry.Identity;
using AstRegistry.Packing;

namespace AstRegistry;

/// <summary>A member of a module, or a function nested in one: an accessor, a local function, a lambda.</summary>
[DebuggerDisplay("{Kind,nq} {Key,nq}")]
public class MemberRecord
{
    private string? _key;
    private IReadOnlyList<ParameterRecord>? _parameters;
    private IReadOnlyList<string>? _attributeNames;
    private IReadOnlyList<FunctionRecord>? _nestedFunctions;

    internal MemberRecord(LoadedFile file, int row)
    {
        File = file;
        RowIndex = row;
    }

    /// <summary>
    /// The canonical key, <c>Shop.Cart.Add(Item)</c>. A nested function's key continues its container's: <c>Shop.Cart.Total.get</c>.
    /// </summary>
    public string Key => _key ??= MakeKey();

    /// <summary>
    /// The name without arity: <c>Add</c>, <c>.ctor</c>, <c>operator +</c>, <c>get</c>; empty for a lambda. An explicit implementation is
    /// prefixed by its interface: <c>IList&lt;T&gt;.Add</c>.
    /// </summary>
    public string Name => Row.Name;

    /// <summary>The id. Of a nested function it is the id of the node that declares it.</summary>
    public NodeId Id => File.MemberIds[RowIndex];

    /// <summary>What kind of member this is.</summary>
    public MemberKind Kind => Row.Kind;

    /// <summary>The module that declares it.</summary>
    public ModuleRecord Module => File.GetModule(Row.Type);

    /// <summary>The member that this function is nested in: the property of an accessor, the method of a lambda; null for a member of the module itself.</summary>
    public MemberRecord? Container => Row.Container < 0 ? null : File.GetMember(Row.Container);

    /// <summary>The accessibility; where none is written, the default of its place.</summary>
    public DeclaredAccessibility Accessibility => Row.Accessibility;

    /// <summary>The modifiers written on it.</summary>
    public DeclarationModifiers Modifiers => Row.Modifiers;

    /// <summary>The number of its own type parameters.</summary>
    public int Arity => Row.Arity;

    /// <summary>The parameters in canonical form.</summary>
    public IReadOnlyList<ParameterRecord> Parameters => _parameters ??= Array.AsReadOnly(Row.Parameters);

    /// <summary>The return, field, property or event type as written; empty where there is none.</summary>
    public string ReturnType => Row.ReturnType;

    /// <summary>The attribute names as written, without arguments; those of both halves of a partial member.</summary>
    public IReadOnlyList<string> AttributeNames => _attributeNames ??= Array.AsReadOnly(ListAttributes());

    /// <summary>Where it is declared; for a partial member with both halves, where it is implemented.</summary>
    public SourceLocation Location => File.Locate(Row.Span);

    /// <summary>All places it is declared at: <see cref="Location"/>, then the defining half of a partial member.</summary>
    public IReadOnlyList<SourceLocation> Locations => [.. Halves().Select(static half => half.Location)];

    /// <summary>A hash of all tokens of the declaration, attributes apart, with the own name replaced: trivia and a rename leave it as it is.</summary>
    public ulong Digest => Row.Digest;

    /// <summary>Whether it has code of its own: a body, an arrow, or, for a field or property, an initializer.</summary>
    public bool HasBody => Row.HasBody;

    /// <summary>The node that declares it; all nodes of its code are descendants.</summary>
    public NodeRecord Node => new(File.Nodes, File.Nodes.DeclarationOf(RowIndex));

    /// <summary>The functions directly inside: accessors, local functions, lambdas, in document order.</summary>
    public IReadOnlyList<FunctionRecord> NestedFunctions => _nestedFunctions ??=
        Array.AsReadOnly(NestedAtAnyDepth().Where(nested => nested.Row.Container == RowIndex).ToArray());

    /// <summary>The defining half of the partial member that this is the implementation of; otherwise null.</summary>
    public MemberRecord? PartialDefinition => IsPartial && !Row.IsPartialDefinition ? Module.FindHalf(this, definition: true) : null;

    /// <summary>The implementation of the partial member that this is the defining half of; otherwise null.</summary>
    public MemberRecord? PartialImplementation => IsPartial && Row.IsPartialDefinition ? Module.FindHalf(this, definition: false) : null;

    internal LoadedFile File { get; }
    internal int RowIndex { get; }
    internal MemberRow Row => File.Table.Members[RowIndex];
    private bool IsPartial => (Row.Modifiers & DeclarationModifiers.Partial) != 0 && !Row.IsNested;

    /// <summary>The points of its code that a level instruments, nested functions included, in document order; see <see cref="NodeRecord.Level"/>.</summary>
    public IEnumerable<NodeRecord> GetInstrumentationPoints(InstrumentationLevel level) =>
        Halves().SelectMany(half => half.Node.GetInstrumentationPoints(level));

    /// <summary>The points of its code that are of any of some kinds, nested functions included, in document order.</summary>
    public IEnumerable<NodeRecord> GetInstrumentationPoints(InstrumentationPointKinds kinds) =>
        Halves().SelectMany(half => half.Node.GetInstrumentationPoints(kinds));

    /// <inheritdoc cref="Key"/>
    public override string ToString() => Key;

    /// <summary>All functions nested in this member at any depth, in document order.</summary>
    internal IEnumerable<FunctionRecord> NestedAtAnyDepth()
    {
        // The rows of nested functions follow the member's own; those of a nested function are told by their containers.
        var members = File.Table.Members;
        for (var row = RowIndex + 1; row < members.Count && members[row].Container >= RowIndex; row++) yield return (FunctionRecord)File.GetMember(row);
    }

    /// <summary>Itself and, of a partial member, its defining half, whose attributes are points too.</summary>
    private IEnumerable<MemberRecord> Halves() => PartialDefinition is { } definition ? [this, definition] : [this];

    private string[] ListAttributes() => PartialDefinition is { } definition
        ? [.. Row.Attributes.Union(definition.Row.Attributes, StringComparer.Ordinal)]
        : Row.Attributes;

    private string MakeKey()
    {
        // From the outermost container inwards, not by recursion: lambdas nest as deeply as someone writes them.
        var chain = new Stack<MemberRecord>();
        for (var member = this; member is not null; member = member._key is null ? member.Container : null) chain.Push(member);
        var key = "";
        foreach (var member in chain)
        {
            key = member._key ??= member.Row.IsNested
                ? CanonicalKey.OfNested(key, member.Row, member.Id)
                : CanonicalKey.OfMember(File.TypeKeys[member.Row.Type], member.Row);
        }

        return key;
    }
}
