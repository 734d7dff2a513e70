namespace AstRegistry;

/// <summary>What can be observed at a node; one node can be several, as an <c>await foreach</c> is a loop and an await.</summary>
[Flags]
public enum InstrumentationPointKinds
{
    /// <summary>Nothing of the kinds below. A plain statement is still a point at <see cref="InstrumentationLevel.Debug"/>.</summary>
    None = 0,

    /// <summary>A function begins: its declaration, if it has a body.</summary>
    Entry = 1,

    /// <summary>
    /// A function ends: <c>return</c>, <c>throw</c> as statement and as expression, <c>yield break</c>, and the arrow clause of an expression
    /// body. A function that runs off its end, and a lambda that is an expression, end with what their <see cref="Entry"/> began.
    /// </summary>
    Exit = 2,

    /// <summary>Other code is called: invocations, object creations (anonymous ones and <c>with</c> included), constructor initializers.</summary>
    Call = 4,

    /// <summary>One of several ways is taken: <c>if</c>, <c>else</c>, switch sections and arms, <c>?:</c>.</summary>
    Branch = 8,

    /// <summary>An exception is handled or passes: <c>catch</c>, <c>finally</c>.</summary>
    ExceptionHandler = 16,

    /// <summary>The function may be suspended: <c>await</c>, <c>await foreach</c>, <c>await using</c>.</summary>
    Await = 32,

    /// <summary>Code is repeated: <c>for</c>, <c>foreach</c>, <c>while</c>, <c>do</c>.</summary>
    Loop = 64,

    /// <summary>A declaration is marked: an attribute. There is nothing to run at it; it may say how to instrument what it marks.</summary>
    Attribute = 128,
}
