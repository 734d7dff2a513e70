namespace AstRegistry;

/// <summary>The complexity of a module: sums and maxima over its functions that are not nested in a function.</summary>
/// <param name="CyclomaticSum">The summed cyclomatic complexity.</param>
/// <param name="CyclomaticMax">The highest cyclomatic complexity of a function.</param>
/// <param name="CognitiveSum">The summed cognitive complexity.</param>
/// <param name="CognitiveMax">The highest cognitive complexity of a function.</param>
public readonly record struct ModuleComplexity(int CyclomaticSum, int CyclomaticMax, int CognitiveSum, int CognitiveMax);
