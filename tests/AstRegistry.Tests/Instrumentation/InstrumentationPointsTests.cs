using AstRegistry.Identity;
using AstRegistry.Instrumentation;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Kinds = AstRegistry.InstrumentationPointKinds;
using Level = AstRegistry.InstrumentationLevel;
using Strategy = AstRegistry.InstrumentationStrategy;

namespace AstRegistry.Tests.Instrumentation;

public class InstrumentationPointsTests
{
    /// <summary>A statement, the kind of the node in it that is meant, and what is to be said of it.</summary>
    public static TheoryData<string, SyntaxNodeKind, Kinds, Strategy, Level> Points => new()
    {
        { "return x;", SyntaxNodeKind.ReturnStatement, Kinds.Exit, Strategy.FunctionBoundary, Level.Minimal },
        { "throw x;", SyntaxNodeKind.ThrowStatement, Kinds.Exit, Strategy.FunctionBoundary, Level.Minimal },
        { "x = y ?? throw z;", SyntaxNodeKind.ThrowExpression, Kinds.Exit, Strategy.FunctionBoundary, Level.Minimal },
        { "yield break;", SyntaxNodeKind.YieldBreakStatement, Kinds.Exit, Strategy.FunctionBoundary, Level.Minimal },
        { "int L() => 1;", SyntaxNodeKind.ArrowExpressionClause, Kinds.Exit, Strategy.FunctionBoundary, Level.Minimal },

        { "f();", SyntaxNodeKind.InvocationExpression, Kinds.Call, Strategy.Expression, Level.Balanced },
        { "x = new C();", SyntaxNodeKind.ObjectCreationExpression, Kinds.Call, Strategy.Expression, Level.Balanced },
        { "x = new();", SyntaxNodeKind.ImplicitObjectCreationExpression, Kinds.Call, Strategy.Expression, Level.Balanced },
        { "x = new { y };", SyntaxNodeKind.AnonymousObjectCreationExpression, Kinds.Call, Strategy.Expression, Level.Balanced },
        { "x = y with { Z = 1 };", SyntaxNodeKind.WithExpression, Kinds.Call, Strategy.Expression, Level.Balanced },

        { "await f;", SyntaxNodeKind.AwaitExpression, Kinds.Await, Strategy.Expression, Level.Balanced },
        { "await foreach (var x in y) ;", SyntaxNodeKind.ForEachStatement, Kinds.Await | Kinds.Loop, Strategy.Line, Level.Balanced },
        { "await foreach (var (x, z) in y) ;", SyntaxNodeKind.ForEachVariableStatement, Kinds.Await | Kinds.Loop, Strategy.Line, Level.Balanced },
        { "await using (x) ;", SyntaxNodeKind.UsingStatement, Kinds.Await, Strategy.Line, Level.Balanced },
        { "await using var x = y;", SyntaxNodeKind.LocalDeclarationStatement, Kinds.Await, Strategy.Line, Level.Balanced },

        { "try { } catch { }", SyntaxNodeKind.CatchClause, Kinds.ExceptionHandler, Strategy.Line, Level.Balanced },
        { "try { } finally { }", SyntaxNodeKind.FinallyClause, Kinds.ExceptionHandler, Strategy.Line, Level.Balanced },

        { "if (x) ;", SyntaxNodeKind.IfStatement, Kinds.Branch, Strategy.Line, Level.Comprehensive },
        { "if (x) ; else ;", SyntaxNodeKind.ElseClause, Kinds.Branch, Strategy.Line, Level.Comprehensive },
        { "switch (x) { case 1: break; }", SyntaxNodeKind.SwitchSection, Kinds.Branch, Strategy.Line, Level.Comprehensive },
        { "x = y switch { _ => 1 };", SyntaxNodeKind.SwitchExpressionArm, Kinds.Branch, Strategy.Expression, Level.Comprehensive },
        { "x = y ? 1 : 2;", SyntaxNodeKind.ConditionalExpression, Kinds.Branch, Strategy.Expression, Level.Comprehensive },

        { "for (;;) ;", SyntaxNodeKind.ForStatement, Kinds.Loop, Strategy.Line, Level.Comprehensive },
        { "foreach (var x in y) ;", SyntaxNodeKind.ForEachStatement, Kinds.Loop, Strategy.Line, Level.Comprehensive },
        { "foreach (var (x, z) in y) ;", SyntaxNodeKind.ForEachVariableStatement, Kinds.Loop, Strategy.Line, Level.Comprehensive },
        { "while (x) ;", SyntaxNodeKind.WhileStatement, Kinds.Loop, Strategy.Line, Level.Comprehensive },
        { "do ; while (x);", SyntaxNodeKind.DoStatement, Kinds.Loop, Strategy.Line, Level.Comprehensive },

        { "[A] int L() => 1;", SyntaxNodeKind.Attribute, Kinds.Attribute, Strategy.None, Level.Comprehensive },

        { "var x = 1;", SyntaxNodeKind.LocalDeclarationStatement, Kinds.None, Strategy.Variables, Level.Debug },
        { "using var x = y;", SyntaxNodeKind.LocalDeclarationStatement, Kinds.None, Strategy.Variables, Level.Debug },
        { "x = 1;", SyntaxNodeKind.ExpressionStatement, Kinds.None, Strategy.Line, Level.Debug },
        { ";", SyntaxNodeKind.EmptyStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "a: ;", SyntaxNodeKind.LabeledStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "goto a;", SyntaxNodeKind.GotoStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "goto case 1;", SyntaxNodeKind.GotoCaseStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "goto default;", SyntaxNodeKind.GotoDefaultStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "break;", SyntaxNodeKind.BreakStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "continue;", SyntaxNodeKind.ContinueStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "yield return x;", SyntaxNodeKind.YieldReturnStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "using (x) ;", SyntaxNodeKind.UsingStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "fixed (int* p = q) ;", SyntaxNodeKind.FixedStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "checked { }", SyntaxNodeKind.CheckedStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "unchecked { }", SyntaxNodeKind.UncheckedStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "unsafe { }", SyntaxNodeKind.UnsafeStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "lock (x) ;", SyntaxNodeKind.LockStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "switch (x) { }", SyntaxNodeKind.SwitchStatement, Kinds.None, Strategy.Line, Level.Debug },
        { "try { } finally { }", SyntaxNodeKind.TryStatement, Kinds.None, Strategy.Line, Level.Debug },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public void Each_point_has_its_kinds_strategy_and_level(string statement, SyntaxNodeKind kind, Kinds kinds, Strategy strategy, Level level)
    {
        var node = Nodes($"class C {{ async void M() {{ {statement} }} }}").First(n => n.RawKind == (int)kind);
        var flags = node.ChildTokens().Any(t => t.IsKind(SyntaxKind.AwaitKeyword)) && node is not Microsoft.CodeAnalysis.CSharp.Syntax.AwaitExpressionSyntax
            ? NodeFlags.Awaits
            : NodeFlags.None;

        var found = InstrumentationPoints.KindsOf(node.RawKind, flags, isFunctionDeclaration: false, hasBody: false);

        Assert.Equal(
            (kinds, strategy, (Level?)level),
            (found, InstrumentationPoints.StrategyOf(found, node.RawKind), InstrumentationPoints.LevelOf(found, node.RawKind)));
    }

    [Theory]
    [InlineData("C() : this(1) { }", SyntaxNodeKind.ThisConstructorInitializer)]
    [InlineData("C() : base(1) { }", SyntaxNodeKind.BaseConstructorInitializer)]
    public void Constructor_initializers_are_calls(string member, SyntaxNodeKind kind)
    {
        var node = Nodes($"class C {{ {member} }}").Single(n => n.RawKind == (int)kind);

        var kinds = InstrumentationPoints.KindsOf(node.RawKind, NodeFlags.None, isFunctionDeclaration: false, hasBody: false);

        Assert.Equal((Kinds.Call, Strategy.Expression), (kinds, InstrumentationPoints.StrategyOf(kinds, node.RawKind)));
    }

    [Theory]
    [InlineData(SyntaxNodeKind.MethodDeclaration, Kinds.Entry)]
    [InlineData(SyntaxNodeKind.GetAccessorDeclaration, Kinds.Entry)]
    [InlineData(SyntaxNodeKind.LocalFunctionStatement, Kinds.Entry)]
    [InlineData(SyntaxNodeKind.SimpleLambdaExpression, Kinds.Entry)]
    [InlineData(SyntaxNodeKind.ArrowExpressionClause, Kinds.Entry | Kinds.Exit)]
    public void A_function_with_a_body_is_an_entry(SyntaxNodeKind kind, Kinds expected)
    {
        var kinds = InstrumentationPoints.KindsOf((int)kind, NodeFlags.None, isFunctionDeclaration: true, hasBody: true);

        Assert.Equal(
            (expected, Strategy.FunctionBoundary, (Level?)Level.Minimal),
            (kinds, InstrumentationPoints.StrategyOf(kinds, (int)kind), InstrumentationPoints.LevelOf(kinds, (int)kind)));
    }

    [Theory]
    [InlineData(SyntaxNodeKind.MethodDeclaration, true)]
    [InlineData(SyntaxNodeKind.LocalFunctionStatement, true)]
    [InlineData(SyntaxNodeKind.FieldDeclaration, false)]
    [InlineData(SyntaxNodeKind.Block, false)]
    [InlineData(SyntaxNodeKind.AddExpression, false)]
    public void What_cannot_run_or_shows_nothing_is_no_point(SyntaxNodeKind kind, bool isFunctionDeclaration)
    {
        var kinds = InstrumentationPoints.KindsOf((int)kind, NodeFlags.None, isFunctionDeclaration, hasBody: false);

        Assert.Equal(
            (Kinds.None, Strategy.None, (Level?)null),
            (kinds, InstrumentationPoints.StrategyOf(kinds, (int)kind), InstrumentationPoints.LevelOf(kinds, (int)kind)));
    }

    [Fact]
    public void Every_point_is_structural_and_so_recorded_at_the_default_detail()
    {
        var points = 0;
        for (var kind = 0; kind <= ushort.MaxValue; kind++)
        {
            var kinds = InstrumentationPoints.KindsOf(kind, NodeFlags.None, isFunctionDeclaration: false, hasBody: false);
            if (InstrumentationPoints.LevelOf(kinds, kind) is null) continue;
            points++;
            Assert.True(NodeKinds.IsStructural(kind), $"{(SyntaxNodeKind)kind} is a point, but is not structural.");
        }

        Assert.True(points > 40);
    }

    [Fact]
    public void Every_structural_statement_is_a_point()
    {
        foreach (var kind in Enum.GetValues<SyntaxNodeKind>())
        {
            if (!NodeKinds.IsStructural((int)kind) || !kind.ToString().EndsWith("Statement", StringComparison.Ordinal)) continue;
            var kinds = InstrumentationPoints.KindsOf((int)kind, NodeFlags.None, isFunctionDeclaration: kind == SyntaxNodeKind.LocalFunctionStatement, hasBody: true);
            Assert.NotNull(InstrumentationPoints.LevelOf(kinds, (int)kind));
        }
    }

    [Fact]
    public void Each_level_includes_the_one_before_and_adds_to_it()
    {
        var points = Points.Select(p => InstrumentationPoints.LevelOf(p.Data.Item3, (int)p.Data.Item2)).ToList();
        var sizes = Enum.GetValues<Level>().Select(level => points.Count(lowest => lowest <= level)).ToList();

        Assert.Equal(points.Count, sizes[^1]);
        Assert.All(sizes.Zip(sizes.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.Equal([Level.Minimal, Level.Balanced, Level.Comprehensive, Level.Debug], Enum.GetValues<Level>());
    }

    [Theory]
    [InlineData(Kinds.Entry, Strategy.FunctionBoundary, 0, InstrumentationImpact.Low)]
    [InlineData(Kinds.Exit, Strategy.FunctionBoundary, 1, InstrumentationImpact.Moderate)]
    [InlineData(Kinds.Call, Strategy.Expression, 0, InstrumentationImpact.Low)]
    [InlineData(Kinds.Call, Strategy.Expression, 1, InstrumentationImpact.Moderate)]
    [InlineData(Kinds.Call, Strategy.Expression, 2, InstrumentationImpact.High)]
    [InlineData(Kinds.Loop, Strategy.Line, 0, InstrumentationImpact.Moderate)]
    [InlineData(Kinds.Loop, Strategy.Line, 1, InstrumentationImpact.High)]
    [InlineData(Kinds.Loop, Strategy.Line, int.MaxValue, InstrumentationImpact.High)]
    [InlineData(Kinds.None, Strategy.Variables, 0, InstrumentationImpact.Low)]
    [InlineData(Kinds.None, Strategy.Variables, 1, InstrumentationImpact.Moderate)]
    [InlineData(Kinds.Attribute, Strategy.None, 3, InstrumentationImpact.None)]
    public void Impact_follows_its_model(Kinds kinds, Strategy strategy, int enclosingLoops, InstrumentationImpact impact) =>
        Assert.Equal(impact, InstrumentationPoints.ImpactOf(kinds, strategy, enclosingLoops));

    [Fact]
    public void Impact_never_falls_with_more_loops()
    {
        foreach (var strategy in Enum.GetValues<Strategy>())
        {
            var impacts = Enumerable.Range(0, 8).Select(loops => InstrumentationPoints.ImpactOf(Kinds.None, strategy, loops)).ToList();
            Assert.Equal(impacts.Order(), impacts);
        }
    }

    private static IEnumerable<SyntaxNode> Nodes(string text) =>
        SyntaxFactory.ParseCompilationUnit(text, options: new CSharpParseOptions(LanguageVersion.Preview)).DescendantNodes();
}
