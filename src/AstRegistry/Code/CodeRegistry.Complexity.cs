namespace AstRegistry;

public sealed partial class CodeRegistry
{
    /// <summary>All functions, the most complex first; of equally complex ones in the order of <see cref="Functions"/>.</summary>
    /// <param name="metric">What to rank by.</param>
    public IReadOnlyList<FunctionRecord> FunctionsByComplexity(ComplexityMetric metric = ComplexityMetric.Score) =>
        Array.AsReadOnly(Rank(metric).ToArray());

    /// <summary>The most complex functions, the most complex first; of equally complex ones in the order of <see cref="Functions"/>.</summary>
    /// <param name="metric">What to rank by.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<FunctionRecord> FunctionsByComplexity(ComplexityMetric metric, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Array.AsReadOnly(Rank(metric).Take(count).ToArray());
    }

    private IOrderedEnumerable<FunctionRecord> Rank(ComplexityMetric metric)
    {
        if (!Enum.IsDefined(metric)) throw new ArgumentOutOfRangeException(nameof(metric), metric, "There is no such metric.");
        return Functions.OrderByDescending(function => Weigh(function.Complexity, metric));
    }

    private static double Weigh(ComplexityRecord complexity, ComplexityMetric metric) => metric switch
    {
        ComplexityMetric.Score => complexity.Score,
        ComplexityMetric.Cyclomatic => complexity.Cyclomatic,
        ComplexityMetric.Cognitive => complexity.Cognitive,
        ComplexityMetric.NestingDepth => complexity.NestingDepth,
        ComplexityMetric.LinesOfCode => complexity.LinesOfCode,
        ComplexityMetric.HalsteadVolume => complexity.Halstead.Volume,
        ComplexityMetric.HalsteadDifficulty => complexity.Halstead.Difficulty,
        ComplexityMetric.HalsteadEffort => complexity.Halstead.Effort,
        _ => -complexity.MaintainabilityIndex,
    };
}
