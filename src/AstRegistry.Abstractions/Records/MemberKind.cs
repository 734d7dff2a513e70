namespace AstRegistry;

/// <summary>What kind of member a record describes.</summary>
public enum MemberKind
{
    /// <summary>A field, a constant included.</summary>
    Field = 0,

    /// <summary>A member of an enum.</summary>
    EnumMember = 1,

    /// <summary>A property.</summary>
    Property = 2,

    /// <summary>An indexer.</summary>
    Indexer = 3,

    /// <summary>An event, field-like or with accessors.</summary>
    Event = 4,

    /// <summary>A method.</summary>
    Method = 5,

    /// <summary>An instance constructor, a primary constructor included.</summary>
    Constructor = 6,

    /// <summary>A static constructor.</summary>
    StaticConstructor = 7,

    /// <summary>A finalizer.</summary>
    Finalizer = 8,

    /// <summary>A user-defined operator.</summary>
    Operator = 9,

    /// <summary>A user-defined conversion.</summary>
    Conversion = 10,

    /// <summary>The code of top-level statements.</summary>
    TopLevelStatements = 11,

    /// <summary>A <c>get</c> accessor, or the body of an expression-bodied property or indexer.</summary>
    Getter = 12,

    /// <summary>A <c>set</c> accessor.</summary>
    Setter = 13,

    /// <summary>An <c>init</c> accessor.</summary>
    InitSetter = 14,

    /// <summary>An <c>add</c> accessor of an event.</summary>
    EventAdder = 15,

    /// <summary>A <c>remove</c> accessor of an event.</summary>
    EventRemover = 16,

    /// <summary>A local function.</summary>
    LocalFunction = 17,

    /// <summary>A lambda or an anonymous method.</summary>
    Lambda = 18,
}
