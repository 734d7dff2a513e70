namespace AstRegistry.Complexity;

/// <summary>What is counted in the syntax of one function. Everything else in a complexity record is computed from these.</summary>
/// <param name="Cyclomatic">Cyclomatic complexity, 1 for straight code.</param>
/// <param name="Cognitive">Cognitive complexity, 0 for straight code.</param>
/// <param name="NestingDepth">The deepest nesting of control structures, 0 for none.</param>
/// <param name="DistinctOperators">Halstead's n1.</param>
/// <param name="DistinctOperands">Halstead's n2.</param>
/// <param name="Operators">Halstead's N1.</param>
/// <param name="Operands">Halstead's N2.</param>
/// <param name="LinesOfCode">Lines that hold at least one token of the function.</param>
/// <param name="CommentLines">Lines of the function that hold a comment.</param>
internal readonly record struct ComplexityCounts(
    int Cyclomatic,
    int Cognitive,
    int NestingDepth,
    int DistinctOperators,
    int DistinctOperands,
    int Operators,
    int Operands,
    int LinesOfCode,
    int CommentLines);
