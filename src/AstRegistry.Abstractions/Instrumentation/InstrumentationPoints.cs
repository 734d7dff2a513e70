using AstRegistry.Packing;

namespace AstRegistry.Instrumentation;

/// <summary>
/// Where code can be instrumented, how, from which level on, and at what cost: pure functions of what a node's row holds anyway, so
/// nothing of it is stored. Every point is a node of a structural kind or a function's declaration, and so is recorded at
/// <see cref="AstRegistryDetail.Statements"/>.
/// </summary>
internal static class InstrumentationPoints
{
    private const int CostPerLoop = 10;
    private const int MostLoops = 4;

    /// <summary>What can be observed at a node.</summary>
    /// <param name="kind">Its syntax kind.</param>
    /// <param name="flags">Its flags.</param>
    /// <param name="isFunctionDeclaration">Whether it declares a function, nested or not.</param>
    /// <param name="hasBody">Whether the function that it declares has a body.</param>
    public static InstrumentationPointKinds KindsOf(int kind, NodeFlags flags, bool isFunctionDeclaration, bool hasBody)
    {
        var kinds = KindsOf((SyntaxNodeKind)kind);
        if (isFunctionDeclaration && hasBody) kinds |= InstrumentationPointKinds.Entry;
        if ((flags & NodeFlags.Awaits) != 0) kinds |= InstrumentationPointKinds.Await;
        return kinds;
    }

    /// <summary>How a node is instrumented. <see cref="InstrumentationStrategy.None"/> for attributes and for what is no point.</summary>
    public static InstrumentationStrategy StrategyOf(InstrumentationPointKinds kinds, int kind)
    {
        if ((kinds & (InstrumentationPointKinds.Entry | InstrumentationPointKinds.Exit)) != 0) return InstrumentationStrategy.FunctionBoundary;
        if (kinds == InstrumentationPointKinds.Attribute) return InstrumentationStrategy.None;
        if (kinds != InstrumentationPointKinds.None) return IsValue((SyntaxNodeKind)kind) ? InstrumentationStrategy.Expression : InstrumentationStrategy.Line;
        if ((SyntaxNodeKind)kind == SyntaxNodeKind.LocalDeclarationStatement) return InstrumentationStrategy.Variables;
        return IsPlainStatement((SyntaxNodeKind)kind) ? InstrumentationStrategy.Line : InstrumentationStrategy.None;
    }

    /// <summary>The lowest level that includes a node, or null if it is no point.</summary>
    public static InstrumentationLevel? LevelOf(InstrumentationPointKinds kinds, int kind)
    {
        const InstrumentationPointKinds Minimal = InstrumentationPointKinds.Entry | InstrumentationPointKinds.Exit;
        const InstrumentationPointKinds Balanced =
            InstrumentationPointKinds.Call | InstrumentationPointKinds.Await | InstrumentationPointKinds.ExceptionHandler;

        if ((kinds & Minimal) != 0) return InstrumentationLevel.Minimal;
        if ((kinds & Balanced) != 0) return InstrumentationLevel.Balanced;
        if (kinds != InstrumentationPointKinds.None) return InstrumentationLevel.Comprehensive;
        return StrategyOf(kinds, kind) == InstrumentationStrategy.None ? null : InstrumentationLevel.Debug;
    }

    /// <summary>What instrumenting a node costs; see <see cref="InstrumentationImpact"/> for the model.</summary>
    /// <param name="kinds">What can be observed at it.</param>
    /// <param name="strategy">How it is instrumented.</param>
    /// <param name="enclosingLoops">How many loops of the same function stand around it.</param>
    public static InstrumentationImpact ImpactOf(InstrumentationPointKinds kinds, InstrumentationStrategy strategy, int enclosingLoops)
    {
        var loops = (kinds & InstrumentationPointKinds.Loop) != 0 ? Math.Min(enclosingLoops, MostLoops) + 1 : enclosingLoops;
        var cost = strategy switch
        {
            InstrumentationStrategy.FunctionBoundary or InstrumentationStrategy.Line => 1,
            InstrumentationStrategy.Expression => 2,
            InstrumentationStrategy.Variables => 5,
            _ => 0,
        };
        for (var i = 0; i < Math.Min(loops, MostLoops); i++) cost *= CostPerLoop;
        return cost switch
        {
            0 => InstrumentationImpact.None,
            < 10 => InstrumentationImpact.Low,
            < 100 => InstrumentationImpact.Moderate,
            _ => InstrumentationImpact.High,
        };
    }

    private static InstrumentationPointKinds KindsOf(SyntaxNodeKind kind) => kind switch
    {
        SyntaxNodeKind.ReturnStatement or SyntaxNodeKind.YieldBreakStatement or SyntaxNodeKind.ThrowStatement
            or SyntaxNodeKind.ThrowExpression or SyntaxNodeKind.ArrowExpressionClause => InstrumentationPointKinds.Exit,
        SyntaxNodeKind.InvocationExpression
            or SyntaxNodeKind.ObjectCreationExpression or SyntaxNodeKind.ImplicitObjectCreationExpression
            or SyntaxNodeKind.AnonymousObjectCreationExpression or SyntaxNodeKind.WithExpression
            or SyntaxNodeKind.BaseConstructorInitializer or SyntaxNodeKind.ThisConstructorInitializer => InstrumentationPointKinds.Call,
        SyntaxNodeKind.IfStatement or SyntaxNodeKind.ElseClause or SyntaxNodeKind.SwitchSection
            or SyntaxNodeKind.SwitchExpressionArm or SyntaxNodeKind.ConditionalExpression => InstrumentationPointKinds.Branch,
        SyntaxNodeKind.CatchClause or SyntaxNodeKind.FinallyClause => InstrumentationPointKinds.ExceptionHandler,
        SyntaxNodeKind.AwaitExpression => InstrumentationPointKinds.Await,
        SyntaxNodeKind.ForStatement or SyntaxNodeKind.ForEachStatement or SyntaxNodeKind.ForEachVariableStatement
            or SyntaxNodeKind.WhileStatement or SyntaxNodeKind.DoStatement => InstrumentationPointKinds.Loop,
        SyntaxNodeKind.Attribute => InstrumentationPointKinds.Attribute,
        _ => InstrumentationPointKinds.None,
    };

    /// <summary>Whether a point gives a value that a probe can pass on.</summary>
    private static bool IsValue(SyntaxNodeKind kind) =>
        kind is SyntaxNodeKind.AwaitExpression or SyntaxNodeKind.ConditionalExpression or SyntaxNodeKind.SwitchExpressionArm
        || KindsOf(kind) == InstrumentationPointKinds.Call;

    /// <summary>The statements that are no point of any kind. A block is no statement of its own, nor is a local function that lacks a body.</summary>
    private static bool IsPlainStatement(SyntaxNodeKind kind) => kind is
        SyntaxNodeKind.ExpressionStatement or SyntaxNodeKind.EmptyStatement or SyntaxNodeKind.LabeledStatement
        or SyntaxNodeKind.GotoStatement or SyntaxNodeKind.GotoCaseStatement or SyntaxNodeKind.GotoDefaultStatement
        or SyntaxNodeKind.BreakStatement or SyntaxNodeKind.ContinueStatement or SyntaxNodeKind.YieldReturnStatement
        or SyntaxNodeKind.UsingStatement or SyntaxNodeKind.FixedStatement or SyntaxNodeKind.CheckedStatement
        or SyntaxNodeKind.UncheckedStatement or SyntaxNodeKind.UnsafeStatement or SyntaxNodeKind.LockStatement
        or SyntaxNodeKind.SwitchStatement or SyntaxNodeKind.TryStatement;
}
