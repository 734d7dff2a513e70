namespace AstRegistry.Tool.Output;

/// <summary>The colours of a terminal, by their numbers in its control sequences.</summary>
internal enum Colour
{
    /// <summary>As it comes.</summary>
    None = 0,

    /// <summary>What is gone or wrong.</summary>
    Red = 31,

    /// <summary>What is new or well.</summary>
    Green = 32,

    /// <summary>What changed or wants a decision.</summary>
    Yellow = 33,
}
