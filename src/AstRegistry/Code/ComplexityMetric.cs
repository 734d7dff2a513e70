namespace AstRegistry;

/// <summary>A figure of <see cref="ComplexityRecord"/> to rank functions by.</summary>
public enum ComplexityMetric
{
    /// <summary><see cref="ComplexityRecord.Score"/>.</summary>
    Score = 0,

    /// <summary><see cref="ComplexityRecord.Cyclomatic"/>.</summary>
    Cyclomatic = 1,

    /// <summary><see cref="ComplexityRecord.Cognitive"/>.</summary>
    Cognitive = 2,

    /// <summary><see cref="ComplexityRecord.NestingDepth"/>.</summary>
    NestingDepth = 3,

    /// <summary><see cref="ComplexityRecord.LinesOfCode"/>.</summary>
    LinesOfCode = 4,

    /// <summary><see cref="HalsteadMetrics.Volume"/>.</summary>
    HalsteadVolume = 5,

    /// <summary><see cref="HalsteadMetrics.Difficulty"/>.</summary>
    HalsteadDifficulty = 6,

    /// <summary><see cref="HalsteadMetrics.Effort"/>.</summary>
    HalsteadEffort = 7,

    /// <summary><see cref="ComplexityRecord.MaintainabilityIndex"/>, of which less is worse: the lowest comes first.</summary>
    MaintainabilityIndex = 8,
}
