using AstRegistry.Complexity;

namespace AstRegistry.Tests.Code;

public sealed class CodeRegistryComplexityTests
{
    private readonly CodeRegistry _registry;

    public CodeRegistryComplexityTests()
    {
        var file = new FileTableBuilder();
        var cart = file.Type("Cart");
        Add("A", new ComplexityCounts(5, 1, 1, 10, 10, 50, 50, 10, 0));
        Add("B", new ComplexityCounts(2, 9, 3, 10, 10, 20, 20, 90, 0));
        Add("C", new ComplexityCounts(5, 1, 1, 10, 10, 50, 50, 10, 0));
        Add("D", new ComplexityCounts(1, 0, 0, 40, 2, 300, 300, 1, 0));
        _registry = TestRegistry.Of(file.Table);

        void Add(string name, ComplexityCounts counts) => file.Member(cart, MemberKind.Method, name, [], row => row.Complexity = counts);
    }

    [Theory]
    [InlineData(ComplexityMetric.Score, "BACD")]
    [InlineData(ComplexityMetric.Cyclomatic, "ACBD")]
    [InlineData(ComplexityMetric.Cognitive, "BACD")]
    [InlineData(ComplexityMetric.NestingDepth, "BACD")]
    [InlineData(ComplexityMetric.LinesOfCode, "BACD")]
    [InlineData(ComplexityMetric.HalsteadVolume, "DACB")]
    [InlineData(ComplexityMetric.HalsteadDifficulty, "DACB")]
    [InlineData(ComplexityMetric.HalsteadEffort, "DACB")]
    [InlineData(ComplexityMetric.MaintainabilityIndex, "BACD")]
    public void The_most_complex_come_first_and_ties_by_key(ComplexityMetric metric, string expected)
    {
        Assert.Equal(expected, string.Concat(_registry.FunctionsByComplexity(metric).Select(function => function.Name)));
        Assert.Equal(expected[..2], string.Concat(_registry.FunctionsByComplexity(metric, 2).Select(function => function.Name)));
    }

    [Fact]
    public void A_functions_record_is_made_of_its_counts()
    {
        var complexity = _registry.FindFunction("Shop.Cart.B()").Complexity;

        Assert.Equal((2, 9, 3, 90), (complexity.Cyclomatic, complexity.Cognitive, complexity.NestingDepth, complexity.LinesOfCode));
    }

    [Fact]
    public void An_unknown_metric_and_a_negative_count_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _registry.FunctionsByComplexity((ComplexityMetric)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => _registry.FunctionsByComplexity(ComplexityMetric.Score, -1));
        Assert.Empty(_registry.FunctionsByComplexity(ComplexityMetric.Score, 0));
        Assert.Equal(4, _registry.FunctionsByComplexity(ComplexityMetric.Score, 100).Count);
    }
}
