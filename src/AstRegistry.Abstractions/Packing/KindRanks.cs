using static AstRegistry.SyntaxNodeKind;

namespace AstRegistry.Packing;

/// <summary>
/// Syntax kinds by how often they occur, so that common ones are small numbers. A kind without a rank, of a later C#, is its distance
/// from the first of the syntax kinds, put behind all ranks.
/// </summary>
internal static class KindRanks
{
    private const int Unranked = 300;
    private const int FirstKind = 8192;

    /// <summary>The order is part of the format: new kinds go to the end, up to <see cref="Unranked"/>.</summary>
    private static readonly SyntaxNodeKind[] Kinds =
    [
        IdentifierName, Argument, SimpleMemberAccessExpression, ArgumentList, InvocationExpression, PredefinedType, Block, Parameter,
        ExpressionStatement, ParameterList, VariableDeclarator, VariableDeclaration, EqualsValueClause, NumericLiteralExpression,
        ReturnStatement, MethodDeclaration, SimpleAssignmentExpression, IfStatement, LocalDeclarationStatement, GenericName,
        TypeArgumentList, NullableType, NullLiteralExpression, StringLiteralExpression, ObjectCreationExpression, EqualsExpression,
        ArrowExpressionClause, FieldDeclaration, PropertyDeclaration, CaseSwitchLabel, SwitchSection, ParenthesizedExpression,
        AttributeList, SyntaxNodeKind.Attribute, NotEqualsExpression, BracketedArgumentList, CastExpression, ElementAccessExpression, AccessorList,
        GetAccessorDeclaration, CharacterLiteralExpression, AddExpression, FalseLiteralExpression, AttributeArgument,
        TrueLiteralExpression, AttributeArgumentList, LogicalAndExpression, ThrowStatement, ElseClause, ArrayRankSpecifier,
        ConditionalExpression, SingleVariableDesignation, ArrayType, ThisExpression, BreakStatement, SubtractExpression,
        LessThanExpression, LogicalNotExpression, OmittedArraySizeExpression, ConstructorDeclaration, TypeParameter, IsPatternExpression,
        LogicalOrExpression, EnumMemberDeclaration, ConstantPattern, SuppressNullableWarningExpression, SetAccessorDeclaration,
        TypeOfExpression, DeclarationPattern, PostIncrementExpression, SimpleLambdaExpression, TypeParameterList, GreaterThanExpression,
        MultiplyExpression, AwaitExpression, ParenthesizedLambdaExpression, SwitchExpressionArm, ForEachStatement, DeclarationExpression,
        InterpolatedStringText, ComplexElementInitializerExpression, DefaultLiteralExpression, CoalesceExpression,
        GreaterThanOrEqualExpression, ForStatement, Interpolation, SwitchStatement, UnaryMinusExpression, BaseExpression,
        BitwiseOrExpression, ImplicitObjectCreationExpression, DivideExpression, ConditionalAccessExpression, MemberBindingExpression,
        WhileStatement, ExplicitInterfaceSpecifier, BitwiseAndExpression, ExpressionElement, DefaultSwitchLabel,
        BaseConstructorInitializer, NameColon, AddAssignmentExpression, OperatorDeclaration, LeftShiftExpression,
        LessThanOrEqualExpression, ArrayCreationExpression, ModuloExpression, IsExpression, OrPattern, CasePatternSwitchLabel,
        InterpolatedStringExpression, TryStatement, OmittedTypeArgument, CollectionExpression, ArrayInitializerExpression,
        RightShiftExpression, AsExpression, CatchClause, CatchDeclaration, TypeParameterConstraintClause,
        ImplicitArrayCreationExpression, ConversionOperatorDeclaration, TypeConstraint, PostDecrementExpression, NotPattern,
        UncheckedStatement, ContinueStatement, ThisConstructorInitializer, ObjectInitializerExpression, SubtractAssignmentExpression,
        QualifiedName, SwitchExpression, DiscardPattern, YieldReturnStatement, PreIncrementExpression, UncheckedExpression,
        ThrowExpression, ImplicitElementAccess, RelationalPattern, ExclusiveOrExpression, RefExpression, TupleExpression, DoStatement,
        TupleElement, RefType, NameEquals, CollectionInitializerExpression, UsingStatement, LockStatement, RecursivePattern,
        PropertyPatternClause, CoalesceAssignmentExpression, LocalFunctionStatement, FinallyClause, IndexerDeclaration,
        BracketedParameterList, StackAllocArrayCreationExpression, AndPattern, BitwiseNotExpression, TupleType, OrAssignmentExpression,
        SpreadElement, RangeExpression, YieldBreakStatement, DivideAssignmentExpression, Subpattern, ParenthesizedVariableDesignation,
        GotoCaseStatement, PreDecrementExpression, ClassConstraint, DiscardDesignation, InterpolationFormatClause, ConstructorConstraint,
        ExclusiveOrAssignmentExpression, MultiplyAssignmentExpression, CheckedExpression, ParenthesizedPattern, SizeOfExpression,
        EventFieldDeclaration, PointerType, EventDeclaration, AddAccessorDeclaration, RemoveAccessorDeclaration, DefaultExpression,
        StructConstraint, AnonymousObjectMemberDeclarator, IndexExpression, FixedStatement, RightShiftAssignmentExpression,
        QueryExpression, FromClause, QueryBody, LetClause, SelectClause, WhenClause, LeftShiftAssignmentExpression,
        ForEachVariableStatement, VarPattern, WhereClause, AnonymousObjectCreationExpression, DefaultConstraint,
        ElementBindingExpression, AndAssignmentExpression, WithExpression, WithInitializerExpression, ExpressionColon,
        AliasQualifiedName, AnonymousMethodExpression, PointerMemberAccessExpression, UnsignedRightShiftExpression,
        ModuloAssignmentExpression, UnsignedRightShiftAssignmentExpression, UnaryPlusExpression, PointerIndirectionExpression,
        AddressOfExpression, ArgListExpression, Utf8StringLiteralExpression, FieldExpression, MakeRefExpression, RefValueExpression,
        RefTypeExpression, JoinClause, JoinIntoClause, OrderByClause, AscendingOrdering, DescendingOrdering, GroupClause,
        QueryContinuation, EmptyStatement, LabeledStatement, GotoStatement, GotoDefaultStatement, CheckedStatement, UnsafeStatement,
        CatchFilterClause, CompilationUnit, GlobalStatement, NamespaceDeclaration, UsingDirective, ExternAliasDirective,
        FileScopedNamespaceDeclaration, AttributeTargetSpecifier, ClassDeclaration, StructDeclaration, InterfaceDeclaration,
        EnumDeclaration, DelegateDeclaration, BaseList, SimpleBaseType, AllowsConstraintClause, RefStructConstraint,
        DestructorDeclaration, UnknownAccessorDeclaration, IncompleteMember, InterpolationAlignmentClause, PositionalPatternClause,
        TypePattern, SlicePattern, ListPattern, ImplicitStackAllocArrayCreationExpression, FunctionPointerType, FunctionPointerParameter,
        FunctionPointerParameterList, FunctionPointerCallingConvention, InitAccessorDeclaration, RecordDeclaration,
        PrimaryConstructorBaseType, FunctionPointerUnmanagedCallingConventionList, FunctionPointerUnmanagedCallingConvention,
        RecordStructDeclaration, ScopedType, ExtensionBlockDeclaration,
    ];

    private static readonly short[] Ranks = MakeRanks();

    /// <summary>The rank of a kind.</summary>
    public static uint RankOf(int kind)
    {
        var index = kind - FirstKind;
        var rank = (uint)index < (uint)Ranks.Length ? Ranks[index] : -1;
        return rank >= 0 ? (uint)rank : Unranked + (((uint)index << 1) ^ (uint)(index >> 31));
    }

    /// <summary>The kind of a rank.</summary>
    public static int KindOf(uint rank)
    {
        if (rank < Kinds.Length) return (int)Kinds[rank];
        rank -= Unranked;
        return FirstKind + ((int)(rank >> 1) ^ -(int)(rank & 1));
    }

    private static short[] MakeRanks()
    {
        var ranks = new short[1024];
        for (var i = 0; i < ranks.Length; i++) ranks[i] = -1;
        for (var i = 0; i < Kinds.Length; i++) ranks[(int)Kinds[i] - FirstKind] = (short)i;
        return ranks;
    }
}
