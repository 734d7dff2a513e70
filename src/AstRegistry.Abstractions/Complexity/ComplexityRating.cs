namespace AstRegistry;

/// <summary>How complex a function is, by its <see cref="ComplexityRecord.Score"/>.</summary>
/// <remarks>
/// The limits that the thresholds speak of are McCabe's 10 for cyclomatic and SonarSource's 15 for cognitive complexity. A function at
/// both limits scores 50; one that keeps well below the one may exceed the other.
/// </remarks>
public enum ComplexityRating
{
    /// <summary>A score of at most 33⅓: at most half of both limits, taken together.</summary>
    Low = 0,

    /// <summary>A score of at most 50: within the limits, taken together.</summary>
    Moderate = 1,

    /// <summary>A score of at most 66⅔: up to twice the limits.</summary>
    High = 2,

    /// <summary>A score above 66⅔: more than twice the limits.</summary>
    VeryHigh = 3,
}
