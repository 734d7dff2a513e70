using System.Diagnostics;
using AstRegistry.Code;
using AstRegistry.Packing;

namespace AstRegistry;

/// <summary>A type of the project, all its partial declarations merged.</summary>
[DebuggerDisplay("{Kind,nq} {Key,nq}")]
public sealed class ModuleRecord
{
    private readonly CodeRegistry _registry;
    private readonly RowReference _first;
    private IReadOnlyList<ModuleRecord>? _nestedModules;
    private IReadOnlyList<string>? _baseTypes;
    private IReadOnlyList<string>? _attributeNames;
    private IReadOnlyList<MemberRecord>? _members;
    private IReadOnlyList<FunctionRecord>? _functions;
    private IReadOnlyList<SourceLocation>? _locations;
    private int[]? _memberCounts;
    private volatile bool _isIndexed;
    private Type? _runtimeType;
    private ClassKey? _classKey;

    internal ModuleRecord(CodeRegistry registry, ModuleParts parts)
    {
        _registry = registry;
        _first = parts.First;
        Parts = parts;
        Kind = parts.Kind;
        Accessibility = parts.Accessibility;
        Modifiers = parts.Modifiers;
    }

    /// <summary>The canonical key, which is the metadata name: <c>Shop.Cart+Line`1</c>. Behind a file-local type's stands <c>@File.cs</c>.</summary>
    public string Key => _first.File.TypeKeys[_first.Row];

    /// <summary>Project and key in one: what names this class among those of all projects, and may be stored.</summary>
    public ClassKey ClassKey => _classKey ??= ClassKey.Source(_registry.ProjectName, Key);

    /// <summary>The name without arity.</summary>
    public string Name => Row.Name;

    /// <summary>The namespace; empty for the global one.</summary>
    public string Namespace => Row.Namespace;

    /// <summary>The id.</summary>
    public NodeId Id => new(_first.File.TypeIds[_first.Row]);

    /// <summary>
    /// The run-time type, of a generic one the definition, without reflection and safe under trimming. Null where generated code cannot name
    /// the type, as private and protected nested types, file-local types and extension blocks, until <see cref="CodeRegistry.FindModule(Type)"/> was given it.
    /// </summary>
    public Type? RuntimeType => _runtimeType ??= Parts.RuntimeType ?? _registry.FindRememberedType(Key);

    /// <summary>What kind of type this is.</summary>
    public ModuleKind Kind { get; }

    /// <summary>The accessibility that its declarations state, or the default of its place where none does.</summary>
    public DeclaredAccessibility Accessibility { get; }

    /// <summary>The modifiers written on any of its declarations.</summary>
    public DeclarationModifiers Modifiers { get; }

    /// <summary>The number of its own type parameters.</summary>
    public int Arity => Row.Arity;

    /// <summary>The type that this one is nested in; null for a type of a namespace.</summary>
    public ModuleRecord? Container => Row.Container < 0 ? null : _first.File.GetModule(Row.Container);

    /// <summary>The types nested directly in this one, sorted by key.</summary>
    public IReadOnlyList<ModuleRecord> NestedModules => _nestedModules ??= Array.AsReadOnly(ListNestedModules());

    /// <summary>The base types and interfaces as written.</summary>
    public IReadOnlyList<string> BaseTypes => _baseTypes ??= Parts.Union(static row => row.BaseTypes);

    /// <summary>The attribute names as written, without arguments.</summary>
    public IReadOnlyList<string> AttributeNames => _attributeNames ??= Parts.Union(static row => row.Attributes);

    /// <summary>
    /// The members, sorted by key; nested functions are found below them. The halves of a partial member are one, its implementation.
    /// Empty at <see cref="AstRegistryDetail.Types"/>.
    /// </summary>
    public IReadOnlyList<MemberRecord> Members => _members ??= Array.AsReadOnly(ListMembers());

    /// <summary>The functions, nested ones included, sorted by key.</summary>
    public IReadOnlyList<FunctionRecord> Functions => _functions ??= Array.AsReadOnly(RecordOrder.Sort(ListFunctions()));

    /// <summary>Sums and maxima over the functions that are not nested in a function.</summary>
    public ModuleComplexity Complexity => Parts.Complexity;

    /// <summary>A hash of all tokens of all declarations. Trivia do not enter, nor where the declarations stand.</summary>
    public ulong AstDigest => Parts.Combine(static row => row.Digest);

    /// <summary>A hash of the full text of all declarations, trivia included, line ends normalized.</summary>
    public ulong CompilationHash => Parts.Combine(static row => row.CompilationHash);

    /// <summary>Where it is declared, a location for each declaration.</summary>
    public IReadOnlyList<SourceLocation> Locations =>
        _locations ??= Array.AsReadOnly(Parts.All.Select(static part => part.File.Locate(ModuleParts.Row(part).Span)).ToArray());

    internal ModuleParts Parts { get; }

    /// <summary>Whether the registry's tables hold all members by key, so that what they do not hold does not exist.</summary>
    internal bool IsIndexed
    {
        get => _isIndexed;
        set => _isIndexed = value;
    }

    private TypeRow Row => ModuleParts.Row(_first);

    /// <summary>How many members of a kind there are, nested functions included; the halves of a partial member count once.</summary>
    public int CountMembers(MemberKind kind)
    {
        var counts = _memberCounts ??= CountMembers();
        return (uint)kind < (uint)counts.Length ? counts[(int)kind] : 0;
    }

    /// <summary>The points that a level instruments, in the order of <see cref="Members"/>; see <see cref="NodeRecord.Level"/>.</summary>
    public IEnumerable<NodeRecord> GetInstrumentationPoints(InstrumentationLevel level) =>
        Members.SelectMany(member => member.GetInstrumentationPoints(level));

    /// <summary>The points that are of any of some kinds, in the order of <see cref="Members"/>.</summary>
    public IEnumerable<NodeRecord> GetInstrumentationPoints(InstrumentationPointKinds kinds) =>
        Members.SelectMany(member => member.GetInstrumentationPoints(kinds));

    /// <inheritdoc cref="Key"/>
    public override string ToString() => Key;

    /// <summary>The other half of a partial member, or null.</summary>
    internal MemberRecord? FindHalf(MemberRecord half, bool definition)
    {
        foreach (var member in Parts.Members())
        {
            if (member.Row.IsPartialDefinition == definition && member.Kind == half.Kind && member != half && member.Key == half.Key) return member;
        }

        return null;
    }

    private MemberRecord[] ListMembers() => RecordOrder.Sort(Parts.Members().Where(static member => member.PartialImplementation is null));

    private IEnumerable<FunctionRecord> ListFunctions()
    {
        foreach (var member in Members)
        {
            if (member is FunctionRecord function) yield return function;
            foreach (var nested in member.NestedAtAnyDepth()) yield return nested;
        }
    }

    private ModuleRecord[] ListNestedModules()
    {
        var nested = new HashSet<ModuleRecord>();
        foreach (var part in Parts.All)
        {
            var types = part.File.Types;
            for (var row = part.Row + 1; row < types.Count; row++)
            {
                if (types[row].Container == part.Row) nested.Add(part.File.GetModule(row));
            }
        }

        return RecordOrder.Sort(nested);
    }

    private int[] CountMembers()
    {
        var counts = Parts.CountMembers();
        foreach (var half in Parts.Members().Where(static member => member.PartialImplementation is not null))
        {
            counts[(int)half.Kind]--;
            foreach (var nested in half.NestedAtAnyDepth()) counts[(int)nested.Kind]--;
        }

        return counts;
    }
}
