namespace AstRegistry;

/// <summary>A stretch of source text by line and column, so that a change of line ends moves nothing.</summary>
/// <param name="StartLine">The first line, counted from 0.</param>
/// <param name="StartColumn">The first column in UTF-16 code units, counted from 0.</param>
/// <param name="EndLine">The line of the end, counted from 0.</param>
/// <param name="EndColumn">The column behind the last code unit, counted from 0.</param>
public readonly record struct SourceSpan(int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>The span as editors show it, counted from 1: <c>12:5-14:6</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{StartLine + 1}:{StartColumn + 1}-{EndLine + 1}:{EndColumn + 1}");
}
