namespace AstRegistry;

/// <summary>What kind of type declaration a module is.</summary>
public enum ModuleKind
{
    /// <summary>A class.</summary>
    Class = 0,

    /// <summary>A struct.</summary>
    Struct = 1,

    /// <summary>An interface.</summary>
    Interface = 2,

    /// <summary>A record class.</summary>
    Record = 3,

    /// <summary>A record struct.</summary>
    RecordStruct = 4,

    /// <summary>An enum.</summary>
    Enum = 5,

    /// <summary>A delegate.</summary>
    Delegate = 6,

    /// <summary>An extension block (C# 14).</summary>
    Extension = 7,

    /// <summary>The implicit <c>Program</c> class of top-level statements.</summary>
    TopLevelProgram = 8,
}
