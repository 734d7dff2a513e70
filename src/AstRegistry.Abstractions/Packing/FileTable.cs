using AstRegistry.Complexity;

namespace AstRegistry.Packing;

/// <summary>
/// Everything the registry knows of one source file, as plain rows: what the inventory produces, the writer packs and the reader gives back.
/// Containers always stand before what they contain.
/// </summary>
internal sealed class FileTable
{
    /// <summary>The path to emit (repository-relative, forward slashes), or empty when paths are not emitted.</summary>
    public string Path { get; set; } = "";

    /// <summary>The type declarations of the file in document order.</summary>
    public List<TypeRow> Types { get; } = [];

    /// <summary>
    /// The members of all types in document order, each followed by its nested functions (accessors, local functions, lambdas) in
    /// document order. Empty at <see cref="AstRegistryDetail.Types"/>.
    /// </summary>
    public List<MemberRow> Members { get; } = [];

    /// <summary>The syntax nodes, empty below <see cref="AstRegistryDetail.Statements"/>.</summary>
    public NodeTable Nodes { get; } = new();
}

/// <summary>One type declaration of one file. Partial declarations are separate rows that are merged by key.</summary>
internal sealed class TypeRow
{
    /// <summary>Index of the containing type's row, or -1.</summary>
    public int Container { get; set; } = -1;

    /// <summary>The namespace, empty for the global one; the same as the container's for a nested type.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>The simple name without arity. For extension blocks <c>extension(string)</c>, with the receiver in canonical form.</summary>
    public string Name { get; set; } = "";

    /// <summary>The file name for a file-local type, otherwise empty.</summary>
    public string FileDiscriminator { get; set; } = "";

    public int Arity { get; set; }
    public ModuleKind Kind { get; set; }
    public DeclaredAccessibility Accessibility { get; set; }
    public DeclarationModifiers Modifiers { get; set; }

    /// <summary>The base list as written, without constructor arguments.</summary>
    public string[] BaseTypes { get; set; } = [];

    /// <summary>The names of the attributes as written, without arguments.</summary>
    public string[] Attributes { get; set; } = [];

    public SourceSpan Span { get; set; }

    /// <summary>Hash of all tokens of this declaration; trivia do not enter.</summary>
    public ulong Digest { get; set; }

    /// <summary>Hash of the declaration's full text, trivia included, line ends normalized.</summary>
    public ulong CompilationHash { get; set; }

    /// <summary>Counts of the members declared here by <see cref="MemberKind"/> (index = kind), nested functions included.</summary>
    public int[] MemberCounts { get; set; } = new int[MemberRow.KindCount];

    /// <summary>Sum and maximum over the functions declared here that are not themselves nested in a function.</summary>
    public int CyclomaticSum { get; set; }
    public int CyclomaticMax { get; set; }
    public int CognitiveSum { get; set; }
    public int CognitiveMax { get; set; }
}

/// <summary>One member or nested function.</summary>
internal sealed class MemberRow
{
    public const int KindCount = (int)MemberKind.Lambda + 1;

    /// <summary>Index of the declaring type's row.</summary>
    public int Type { get; set; }

    /// <summary>Index of the member that this function is nested in (the property of an accessor, the method of a lambda), or -1.</summary>
    public int Container { get; set; } = -1;

    public MemberKind Kind { get; set; }

    /// <summary>
    /// The simple name without arity: <c>Add</c>, <c>.ctor</c>, <c>.cctor</c>, <c>Finalize</c>, <c>this</c>, <c>operator +</c>, <c>get</c>,
    /// empty for a lambda. An explicit implementation is prefixed by its interface: <c>IList&lt;T&gt;.Add</c>.
    /// </summary>
    public string Name { get; set; } = "";

    public int Arity { get; set; }
    public ParameterRecord[] Parameters { get; set; } = [];

    /// <summary>The return, field, property or event type as written; empty where there is none. Of a conversion it is part of the key.</summary>
    public string ReturnType { get; set; } = "";

    public DeclaredAccessibility Accessibility { get; set; }
    public DeclarationModifiers Modifiers { get; set; }
    public string[] Attributes { get; set; } = [];
    public SourceSpan Span { get; set; }

    /// <summary>Whether the member has code of its own: a body, an arrow, or (fields and properties) an initializer.</summary>
    public bool HasBody { get; set; }

    /// <summary>Hash of all tokens of the declaration, attributes apart, with occurrences of the own name replaced.</summary>
    public ulong Digest { get; set; }

    /// <summary>The measured counts of a function; default for a member that is not one.</summary>
    public ComplexityCounts Complexity { get; set; }

    /// <summary>The syntax kind of the declaration.</summary>
    public int SyntaxKind { get; set; }

    /// <summary>Nested functions only: the salient name of the declaring node, from which its <see cref="NodeId.Local"/> is made.</summary>
    public string SalientName { get; set; } = "";

    /// <summary>Nested functions only: the stored discriminator of the declaring node.</summary>
    public ushort Discriminator { get; set; }

    /// <summary>Nested functions only: whether only its position tells the node from an equal one.</summary>
    public bool IsAmbiguous { get; set; }

    /// <summary>Whether this is a function: executable, or abstract, extern or partial in the place of one.</summary>
    public bool IsFunction => Kind >= MemberKind.Method;

    /// <summary>
    /// Whether this is the defining half of a partial member, which has an id of its own beside the implementation under the same key.
    /// </summary>
    public bool IsPartialDefinition =>
        (Modifiers & (DeclarationModifiers.Partial | DeclarationModifiers.Extern)) == DeclarationModifiers.Partial && !HasBody;

    /// <summary>Whether this is an accessor, a local function or a lambda.</summary>
    public bool IsNested => Kind >= MemberKind.Getter;
}

/// <summary>
/// The nodes of one file in preorder, a column per property. Every member that is not nested has one root row (the declaration itself),
/// followed by the recorded nodes below it.
/// </summary>
internal sealed class NodeTable
{
    public int Count { get; private set; }

    /// <summary>The syntax kind.</summary>
    public ushort[] Kind = [];

    /// <summary>Index of the nearest recorded ancestor within the member, or -1 for a root.</summary>
    public int[] Parent = [];

    /// <summary>
    /// Index in <see cref="FileTable.Members"/> of the innermost member or nested function the node belongs to. A root, and a node that
    /// declares a nested function, belongs to the member that it declares.
    /// </summary>
    public int[] Member = [];

    public SourceSpan[] Span = [];

    /// <summary>The salient name without literals, or empty. Empty for roots; that of the member row for nested functions.</summary>
    public string[] Name = [];

    /// <summary>The stored discriminator of a structural node; 0 where the salient name alone is unique in the member, and for all other nodes.</summary>
    public ushort[] Discriminator = [];

    /// <summary>See <see cref="NodeFlags"/>.</summary>
    public NodeFlags[] Flags = [];

    /// <summary>Appends a row and returns its index.</summary>
    public int Add(int kind, int parent, int member, SourceSpan span, string name, ushort discriminator, NodeFlags flags)
    {
        if (Count == Kind.Length) Grow(Math.Max(64, Count * 2));
        var index = Count++;
        Kind[index] = (ushort)kind;
        Parent[index] = parent;
        Member[index] = member;
        Span[index] = span;
        Name[index] = name;
        Discriminator[index] = discriminator;
        Flags[index] = flags;
        return index;
    }

    private void Grow(int capacity)
    {
        Array.Resize(ref Kind, capacity);
        Array.Resize(ref Parent, capacity);
        Array.Resize(ref Member, capacity);
        Array.Resize(ref Span, capacity);
        Array.Resize(ref Name, capacity);
        Array.Resize(ref Discriminator, capacity);
        Array.Resize(ref Flags, capacity);
    }
}

/// <summary>What a node's kind alone does not tell.</summary>
[Flags]
internal enum NodeFlags : byte
{
    None = 0,

    /// <summary>Only its position tells the node from an equal one, so its id shifts when an equal one is inserted before it.</summary>
    Ambiguous = 1,

    /// <summary><c>await foreach</c>, <c>await using</c>: the statement itself awaits.</summary>
    Awaits = 2,
}
