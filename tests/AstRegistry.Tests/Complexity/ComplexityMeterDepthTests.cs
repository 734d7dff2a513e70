using System.Text;
using AstRegistry.Complexity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Tests.Complexity;

/// <summary>Code that nests as deep as the compiler parses it, and deeper, must cost the meter neither its stack nor quadratic time.</summary>
public class ComplexityMeterDepthTests
{
    private const int Depth = 10_000;

    [Fact]
    public void Ten_thousand_chained_additions()
    {
        var counts = MeasureExpression("a" + Repeat(" + a", Depth));

        Assert.Equal((1, 0, Depth + 4), (counts.Cyclomatic, counts.Cognitive, counts.Operators));
    }

    [Fact]
    public void Ten_thousand_chained_conjunctions()
    {
        var counts = MeasureExpression("a" + Repeat(" && a", Depth));

        Assert.Equal((Depth + 1, 1), (counts.Cyclomatic, counts.Cognitive));
    }

    [Fact]
    public void Ten_thousand_chained_bitwise_operators_on_Booleans()
    {
        var counts = MeasureExpression("!a" + Repeat(" | a", Depth) + " | !a");

        Assert.InRange(counts.Cyclomatic, 16, Depth + 2);
    }

    [Fact]
    public void Ten_thousand_else_if()
    {
        var counts = MeasureStatement("if (a) { }" + Repeat(" else if (a) { }", Depth));

        Assert.Equal((Depth + 2, Depth + 1, 1), (counts.Cyclomatic, counts.Cognitive, counts.NestingDepth));
    }

    /// <summary>The parser refuses such nesting, so the tree is built: a &amp;&amp; (a &amp;&amp; (a &amp;&amp; …)).</summary>
    [Fact]
    public void Ten_thousand_nested_brackets()
    {
        ExpressionSyntax name = SyntaxFactory.IdentifierName("a");
        var expression = name;
        for (var i = 0; i < Depth; i++)
            expression = SyntaxFactory.BinaryExpression(SyntaxKind.LogicalAndExpression, name, SyntaxFactory.ParenthesizedExpression(expression));
        var method = SyntaxFactory.MethodDeclaration(SyntaxFactory.ParseTypeName("bool"), "M")
            .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(expression));

        var counts = ReferenceDriver.Measure(method)[^1].Counts;

        // Every second operator continues the sequence of the one before it.
        Assert.Equal((Depth + 1, Depth / 2), (counts.Cyclomatic, counts.Cognitive));
    }

    /// <summary>The events come without a tree of that depth.</summary>
    [Fact]
    public void Ten_thousand_nested_functions_and_statements()
    {
        var meter = new ComplexityMeter();
        var lambda = SyntaxFactory.ParseExpression("x => x");
        var loop = SyntaxFactory.ParseStatement("while (a) { }");
        for (var i = 0; i < Depth; i++)
        {
            meter.BeginFunction(lambda, SyntaxKind.SimpleLambdaExpression);
            meter.Enter(loop, SyntaxKind.WhileStatement);
            meter.Token(SyntaxKind.IdentifierToken, (ulong)i, i, i, loop);
        }

        ComplexityCounts counts = default;
        for (var i = Depth - 1; i >= 0; i--)
        {
            // A token of each outer function, then one that every function has met.
            for (var j = 0; j < 10; j++) meter.Token(SyntaxKind.IdentifierToken, (ulong)(i * j / 10), Depth, Depth, loop);
            meter.Token(SyntaxKind.IdentifierToken, 0, Depth, Depth, loop);
            meter.Leave(loop, SyntaxKind.WhileStatement);
            counts = meter.EndFunction();
        }

        Assert.Equal((Depth + 1, Depth, Depth, Depth + 1), (counts.Cyclomatic, counts.NestingDepth, counts.DistinctOperands, counts.LinesOfCode));

        // The loop of level n stands in n - 1 loops and n lambdas.
        Assert.Equal((long)Depth * Depth + Depth, counts.Cognitive);
    }

    [Fact]
    public void What_does_not_fit_stops_at_the_largest_number()
    {
        const int Deeper = 70_000;
        var meter = new ComplexityMeter();
        var loop = SyntaxFactory.ParseStatement("while (a) { }");
        meter.BeginFunction(loop, SyntaxKind.GetAccessorDeclaration);
        for (var i = 0; i < Deeper; i++) meter.Enter(loop, SyntaxKind.WhileStatement);
        for (var i = 0; i < Deeper; i++) meter.Leave(loop, SyntaxKind.WhileStatement);

        Assert.Equal(int.MaxValue, meter.EndFunction().Cognitive);
    }

    private static ComplexityCounts MeasureExpression(string expression) => MeasureStatement($"x = {expression};");

    private static ComplexityCounts MeasureStatement(string statement)
    {
        SyntaxNode root = SyntaxFactory.ParseCompilationUnit($"class C {{ void M() {{ {statement} }} }}");
        return ReferenceDriver.Measure(root)[^1].Counts;
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
