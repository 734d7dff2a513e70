namespace AstRegistry.Identity;

/// <summary>The fixed sets of syntax kinds that the node-id scheme is built on. They are part of the scheme version.</summary>
internal static class NodeKinds
{
    /// <summary>Enters every node hash; a new scheme takes the next number.</summary>
    public const byte SchemeVersion = 1;

    /// <summary>
    /// Whether nodes of this kind are <em>structural</em>: they carry an id of their own (salient name and discriminator), are
    /// kept at <see cref="AstRegistryDetail.Statements"/>, and anchor the ids of all other nodes.
    /// </summary>
    public static bool IsStructural(int kind) => (SyntaxNodeKind)kind switch
    {
        SyntaxNodeKind.Block => false,
        >= SyntaxNodeKind.LocalDeclarationStatement and <= SyntaxNodeKind.LocalFunctionStatement =>
            (SyntaxNodeKind)kind is not (SyntaxNodeKind.VariableDeclaration or SyntaxNodeKind.VariableDeclarator
                or SyntaxNodeKind.EqualsValueClause or SyntaxNodeKind.CaseSwitchLabel or SyntaxNodeKind.DefaultSwitchLabel
                or SyntaxNodeKind.CatchDeclaration or SyntaxNodeKind.CatchFilterClause),
        SyntaxNodeKind.ForEachVariableStatement => true,
        SyntaxNodeKind.SwitchExpressionArm or SyntaxNodeKind.ConditionalExpression => true,
        SyntaxNodeKind.InvocationExpression or SyntaxNodeKind.AwaitExpression => true,
        SyntaxNodeKind.ObjectCreationExpression or SyntaxNodeKind.ImplicitObjectCreationExpression
            or SyntaxNodeKind.AnonymousObjectCreationExpression or SyntaxNodeKind.WithExpression => true,
        SyntaxNodeKind.BaseConstructorInitializer or SyntaxNodeKind.ThisConstructorInitializer => true,
        SyntaxNodeKind.AnonymousMethodExpression or SyntaxNodeKind.SimpleLambdaExpression
            or SyntaxNodeKind.ParenthesizedLambdaExpression => true,
        >= SyntaxNodeKind.GetAccessorDeclaration and <= SyntaxNodeKind.UnknownAccessorDeclaration => true,
        SyntaxNodeKind.InitAccessorDeclaration => true,
        SyntaxNodeKind.ArrowExpressionClause or SyntaxNodeKind.ThrowExpression or SyntaxNodeKind.Attribute => true,
        _ => false,
    };

    /// <summary>
    /// Whether structural nodes of this kind are told apart within the whole member: statements, switch sections and arms, catch clauses,
    /// accessors. The others are told apart within the nearest anchor above them.
    /// </summary>
    public static bool IsAnchor(int kind) => (SyntaxNodeKind)kind switch
    {
        SyntaxNodeKind.ElseClause or SyntaxNodeKind.FinallyClause => false,
        >= SyntaxNodeKind.Block and <= SyntaxNodeKind.LocalFunctionStatement or SyntaxNodeKind.ForEachVariableStatement => IsStructural(kind),
        SyntaxNodeKind.SwitchExpressionArm or SyntaxNodeKind.InitAccessorDeclaration => true,
        >= SyntaxNodeKind.GetAccessorDeclaration and <= SyntaxNodeKind.UnknownAccessorDeclaration => true,
        _ => false,
    };

    /// <summary>Whether a structural node of this kind is named by the statement it belongs to: <c>else</c> and <c>finally</c>.</summary>
    public static bool IsSlot(int kind) => (SyntaxNodeKind)kind is SyntaxNodeKind.ElseClause or SyntaxNodeKind.FinallyClause;

    /// <summary>Whether a node of this kind, below a member's own declaration, is a function of its own.</summary>
    public static bool IsNestedFunction(int kind) => (SyntaxNodeKind)kind switch
    {
        SyntaxNodeKind.LocalFunctionStatement => true,
        SyntaxNodeKind.AnonymousMethodExpression or SyntaxNodeKind.SimpleLambdaExpression
            or SyntaxNodeKind.ParenthesizedLambdaExpression => true,
        >= SyntaxNodeKind.GetAccessorDeclaration and <= SyntaxNodeKind.UnknownAccessorDeclaration => true,
        SyntaxNodeKind.InitAccessorDeclaration => true,
        _ => false,
    };
}
