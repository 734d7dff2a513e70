namespace AstRegistry;

/// <summary>How much is instrumented; each level includes all points of the levels before it.</summary>
public enum InstrumentationLevel
{
    /// <summary>Functions: <see cref="InstrumentationPointKinds.Entry"/> and <see cref="InstrumentationPointKinds.Exit"/>.</summary>
    Minimal = 0,

    /// <summary>
    /// Also what crosses their bounds: <see cref="InstrumentationPointKinds.Call"/>, <see cref="InstrumentationPointKinds.Await"/> and
    /// <see cref="InstrumentationPointKinds.ExceptionHandler"/>.
    /// </summary>
    Balanced = 1,

    /// <summary>
    /// Also the way taken inside: <see cref="InstrumentationPointKinds.Branch"/> and <see cref="InstrumentationPointKinds.Loop"/>; and
    /// <see cref="InstrumentationPointKinds.Attribute"/>.
    /// </summary>
    Comprehensive = 2,

    /// <summary>Also every other statement, and the values of local variables where they are declared.</summary>
    Debug = 3,
}
