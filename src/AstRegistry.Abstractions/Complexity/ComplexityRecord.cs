using System.Diagnostics;
using AstRegistry.Complexity;

namespace AstRegistry;

/// <summary>How complex one function is, by the metrics in common use. Functions nested in it are part of it, and have records of their own.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct ComplexityRecord
{
    /// <summary>Half of the score's range is reached at this weight, which is that of a function at both limits.</summary>
    private const long WeightAtLimits = 90;

    private readonly ComplexityCounts _counts;

    internal ComplexityRecord(in ComplexityCounts counts) => _counts = counts;

    /// <summary>
    /// Cyclomatic complexity: the number of independent paths, 1 for straight code. Counted as the .NET analyzers' rule CA1502 does: one for
    /// each <c>if</c>, loop, <c>case</c> and <c>default</c> label, <c>?:</c>, <c>??</c>, <c>?.</c>, and Boolean <c>&amp;&amp;</c>,
    /// <c>||</c>, <c>&amp;</c>, <c>|</c>.
    /// </summary>
    /// <remarks>T. J. McCabe, "A Complexity Measure", IEEE Transactions on Software Engineering SE-2(4), 1976.</remarks>
    public int Cyclomatic => _counts.Cyclomatic;

    /// <summary>
    /// Cognitive complexity: how hard the code is to follow, 0 for straight code. Counted as SonarSource's rule S3776 does: breaks in the
    /// linear flow weigh one, and those that nest weigh one more for each level they are nested in.
    /// </summary>
    /// <remarks>G. A. Campbell, "Cognitive Complexity: A new way of measuring understandability", SonarSource white paper, version 1.7.</remarks>
    public int Cognitive => _counts.Cognitive;

    /// <summary>
    /// The deepest nesting of <c>if</c>, <c>for</c>, <c>foreach</c>, <c>while</c>, <c>do</c>, <c>switch</c> and <c>try</c> statements; 0
    /// without any. An <c>else if</c> is on the level of its <c>if</c>, as in SonarSource's rule S134.
    /// </summary>
    public int NestingDepth => _counts.NestingDepth;

    /// <summary>Lines that hold at least one token of the declaration, attributes and signature included. Blank lines and comments do not count.</summary>
    public int LinesOfCode => _counts.LinesOfCode;

    /// <summary>Lines that hold a comment inside the declaration or, as its documentation does, directly before it.</summary>
    public int CommentLines => _counts.CommentLines;

    /// <summary>
    /// The density of comments, 0 to 1: <c>CommentLines / (LinesOfCode + CommentLines)</c>, and 0 where there is neither. A line that holds
    /// code and a comment counts as both.
    /// </summary>
    public double CommentRatio =>
        CommentLines == 0 ? 0 : CommentLines / ((double)LinesOfCode + CommentLines);

    /// <summary>Halstead's measures of the function's tokens.</summary>
    public HalsteadMetrics Halstead => new(
        _counts.DistinctOperators, _counts.DistinctOperands, _counts.Operators, _counts.Operands);

    /// <summary>
    /// The maintainability index, 0 (worst) to 100 (best):
    /// <c>MAX(0, (171 − 5.2·ln(Volume) − 0.23·Cyclomatic − 16.2·ln(LinesOfCode))·100 / 171)</c>, a logarithm of less than 1 taken as 0.
    /// </summary>
    /// <remarks>
    /// Microsoft, "Code metrics: Maintainability index range and meaning", after P. Oman and J. Hagemeister, "Metrics for assessing a software
    /// system's maintainability", 1992. Visual Studio counts Halstead's tokens and the lines in a way of its own, so its index differs a little.
    /// </remarks>
    public double MaintainabilityIndex
    {
        get
        {
            var index = 171 - (5.2 * Math.Log(Math.Max(1, Halstead.Volume))) - (0.23 * Cyclomatic) - (16.2 * Math.Log(Math.Max(1, LinesOfCode)));
            return Math.Max(0, index * 100 / 171);
        }
    }

    /// <summary>
    /// One figure for ranking, 0 (straight code) to below 100: <c>100·w / (w + 90)</c> with <c>w = 5·(Cyclomatic − 1) + 3·Cognitive</c>.
    /// It never falls when either complexity rises.
    /// </summary>
    /// <remarks>
    /// The weights are those of the limits: with <c>Cyclomatic</c> 10 (McCabe) and <c>Cognitive</c> 15 (SonarSource) each term is 45, and the
    /// score 50.
    /// </remarks>
    public double Score => 100.0 * Weight / (Weight + WeightAtLimits);

    /// <summary>The class that <see cref="Score"/> falls in.</summary>
    public ComplexityRating Rating => Weight switch
    {
        <= WeightAtLimits / 2 => ComplexityRating.Low,
        <= WeightAtLimits => ComplexityRating.Moderate,
        <= WeightAtLimits * 2 => ComplexityRating.High,
        _ => ComplexityRating.VeryHigh,
    };

    private long Weight => (5L * Math.Max(0, (long)Cyclomatic - 1)) + (3L * Cognitive);

    /// <summary>For people, not for parsing: <c>cyclomatic 3, cognitive 2, maintainability 71.4, Low</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"cyclomatic {Cyclomatic}, cognitive {Cognitive}, maintainability {MaintainabilityIndex:0.0}, {Rating}");
}
