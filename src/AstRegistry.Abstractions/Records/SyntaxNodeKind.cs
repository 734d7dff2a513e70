namespace AstRegistry;

/// <summary>
/// The kind of a syntax node. Names and numbers are those of Roslyn's <c>SyntaxKind</c>, so that a registry can be read
/// without the compiler. A registry written by a newer compiler may hold numbers that have no name here; they are kept as they are.
/// </summary>
public enum SyntaxNodeKind
{
    /// <summary>No kind; the value of a default record.</summary>
    None = 0,

    /// <summary>The syntax kind <c>IdentifierName</c>.</summary>
    IdentifierName = 8616,

    /// <summary>The syntax kind <c>QualifiedName</c>.</summary>
    QualifiedName = 8617,

    /// <summary>The syntax kind <c>GenericName</c>.</summary>
    GenericName = 8618,

    /// <summary>The syntax kind <c>TypeArgumentList</c>.</summary>
    TypeArgumentList = 8619,

    /// <summary>The syntax kind <c>AliasQualifiedName</c>.</summary>
    AliasQualifiedName = 8620,

    /// <summary>The syntax kind <c>PredefinedType</c>.</summary>
    PredefinedType = 8621,

    /// <summary>The syntax kind <c>ArrayType</c>.</summary>
    ArrayType = 8622,

    /// <summary>The syntax kind <c>ArrayRankSpecifier</c>.</summary>
    ArrayRankSpecifier = 8623,

    /// <summary>The syntax kind <c>PointerType</c>.</summary>
    PointerType = 8624,

    /// <summary>The syntax kind <c>NullableType</c>.</summary>
    NullableType = 8625,

    /// <summary>The syntax kind <c>OmittedTypeArgument</c>.</summary>
    OmittedTypeArgument = 8626,

    /// <summary>The syntax kind <c>ParenthesizedExpression</c>.</summary>
    ParenthesizedExpression = 8632,

    /// <summary>The syntax kind <c>ConditionalExpression</c>.</summary>
    ConditionalExpression = 8633,

    /// <summary>The syntax kind <c>InvocationExpression</c>.</summary>
    InvocationExpression = 8634,

    /// <summary>The syntax kind <c>ElementAccessExpression</c>.</summary>
    ElementAccessExpression = 8635,

    /// <summary>The syntax kind <c>ArgumentList</c>.</summary>
    ArgumentList = 8636,

    /// <summary>The syntax kind <c>BracketedArgumentList</c>.</summary>
    BracketedArgumentList = 8637,

    /// <summary>The syntax kind <c>Argument</c>.</summary>
    Argument = 8638,

    /// <summary>The syntax kind <c>NameColon</c>.</summary>
    NameColon = 8639,

    /// <summary>The syntax kind <c>CastExpression</c>.</summary>
    CastExpression = 8640,

    /// <summary>The syntax kind <c>AnonymousMethodExpression</c>.</summary>
    AnonymousMethodExpression = 8641,

    /// <summary>The syntax kind <c>SimpleLambdaExpression</c>.</summary>
    SimpleLambdaExpression = 8642,

    /// <summary>The syntax kind <c>ParenthesizedLambdaExpression</c>.</summary>
    ParenthesizedLambdaExpression = 8643,

    /// <summary>The syntax kind <c>ObjectInitializerExpression</c>.</summary>
    ObjectInitializerExpression = 8644,

    /// <summary>The syntax kind <c>CollectionInitializerExpression</c>.</summary>
    CollectionInitializerExpression = 8645,

    /// <summary>The syntax kind <c>ArrayInitializerExpression</c>.</summary>
    ArrayInitializerExpression = 8646,

    /// <summary>The syntax kind <c>AnonymousObjectMemberDeclarator</c>.</summary>
    AnonymousObjectMemberDeclarator = 8647,

    /// <summary>The syntax kind <c>ComplexElementInitializerExpression</c>.</summary>
    ComplexElementInitializerExpression = 8648,

    /// <summary>The syntax kind <c>ObjectCreationExpression</c>.</summary>
    ObjectCreationExpression = 8649,

    /// <summary>The syntax kind <c>AnonymousObjectCreationExpression</c>.</summary>
    AnonymousObjectCreationExpression = 8650,

    /// <summary>The syntax kind <c>ArrayCreationExpression</c>.</summary>
    ArrayCreationExpression = 8651,

    /// <summary>The syntax kind <c>ImplicitArrayCreationExpression</c>.</summary>
    ImplicitArrayCreationExpression = 8652,

    /// <summary>The syntax kind <c>StackAllocArrayCreationExpression</c>.</summary>
    StackAllocArrayCreationExpression = 8653,

    /// <summary>The syntax kind <c>OmittedArraySizeExpression</c>.</summary>
    OmittedArraySizeExpression = 8654,

    /// <summary>The syntax kind <c>InterpolatedStringExpression</c>.</summary>
    InterpolatedStringExpression = 8655,

    /// <summary>The syntax kind <c>ImplicitElementAccess</c>.</summary>
    ImplicitElementAccess = 8656,

    /// <summary>The syntax kind <c>IsPatternExpression</c>.</summary>
    IsPatternExpression = 8657,

    /// <summary>The syntax kind <c>RangeExpression</c>.</summary>
    RangeExpression = 8658,

    /// <summary>The syntax kind <c>ImplicitObjectCreationExpression</c>.</summary>
    ImplicitObjectCreationExpression = 8659,

    /// <summary>The syntax kind <c>AddExpression</c>.</summary>
    AddExpression = 8668,

    /// <summary>The syntax kind <c>SubtractExpression</c>.</summary>
    SubtractExpression = 8669,

    /// <summary>The syntax kind <c>MultiplyExpression</c>.</summary>
    MultiplyExpression = 8670,

    /// <summary>The syntax kind <c>DivideExpression</c>.</summary>
    DivideExpression = 8671,

    /// <summary>The syntax kind <c>ModuloExpression</c>.</summary>
    ModuloExpression = 8672,

    /// <summary>The syntax kind <c>LeftShiftExpression</c>.</summary>
    LeftShiftExpression = 8673,

    /// <summary>The syntax kind <c>RightShiftExpression</c>.</summary>
    RightShiftExpression = 8674,

    /// <summary>The syntax kind <c>LogicalOrExpression</c>.</summary>
    LogicalOrExpression = 8675,

    /// <summary>The syntax kind <c>LogicalAndExpression</c>.</summary>
    LogicalAndExpression = 8676,

    /// <summary>The syntax kind <c>BitwiseOrExpression</c>.</summary>
    BitwiseOrExpression = 8677,

    /// <summary>The syntax kind <c>BitwiseAndExpression</c>.</summary>
    BitwiseAndExpression = 8678,

    /// <summary>The syntax kind <c>ExclusiveOrExpression</c>.</summary>
    ExclusiveOrExpression = 8679,

    /// <summary>The syntax kind <c>EqualsExpression</c>.</summary>
    EqualsExpression = 8680,

    /// <summary>The syntax kind <c>NotEqualsExpression</c>.</summary>
    NotEqualsExpression = 8681,

    /// <summary>The syntax kind <c>LessThanExpression</c>.</summary>
    LessThanExpression = 8682,

    /// <summary>The syntax kind <c>LessThanOrEqualExpression</c>.</summary>
    LessThanOrEqualExpression = 8683,

    /// <summary>The syntax kind <c>GreaterThanExpression</c>.</summary>
    GreaterThanExpression = 8684,

    /// <summary>The syntax kind <c>GreaterThanOrEqualExpression</c>.</summary>
    GreaterThanOrEqualExpression = 8685,

    /// <summary>The syntax kind <c>IsExpression</c>.</summary>
    IsExpression = 8686,

    /// <summary>The syntax kind <c>AsExpression</c>.</summary>
    AsExpression = 8687,

    /// <summary>The syntax kind <c>CoalesceExpression</c>.</summary>
    CoalesceExpression = 8688,

    /// <summary>The syntax kind <c>SimpleMemberAccessExpression</c>.</summary>
    SimpleMemberAccessExpression = 8689,

    /// <summary>The syntax kind <c>PointerMemberAccessExpression</c>.</summary>
    PointerMemberAccessExpression = 8690,

    /// <summary>The syntax kind <c>ConditionalAccessExpression</c>.</summary>
    ConditionalAccessExpression = 8691,

    /// <summary>The syntax kind <c>UnsignedRightShiftExpression</c>.</summary>
    UnsignedRightShiftExpression = 8692,

    /// <summary>The syntax kind <c>MemberBindingExpression</c>.</summary>
    MemberBindingExpression = 8707,

    /// <summary>The syntax kind <c>ElementBindingExpression</c>.</summary>
    ElementBindingExpression = 8708,

    /// <summary>The syntax kind <c>SimpleAssignmentExpression</c>.</summary>
    SimpleAssignmentExpression = 8714,

    /// <summary>The syntax kind <c>AddAssignmentExpression</c>.</summary>
    AddAssignmentExpression = 8715,

    /// <summary>The syntax kind <c>SubtractAssignmentExpression</c>.</summary>
    SubtractAssignmentExpression = 8716,

    /// <summary>The syntax kind <c>MultiplyAssignmentExpression</c>.</summary>
    MultiplyAssignmentExpression = 8717,

    /// <summary>The syntax kind <c>DivideAssignmentExpression</c>.</summary>
    DivideAssignmentExpression = 8718,

    /// <summary>The syntax kind <c>ModuloAssignmentExpression</c>.</summary>
    ModuloAssignmentExpression = 8719,

    /// <summary>The syntax kind <c>AndAssignmentExpression</c>.</summary>
    AndAssignmentExpression = 8720,

    /// <summary>The syntax kind <c>ExclusiveOrAssignmentExpression</c>.</summary>
    ExclusiveOrAssignmentExpression = 8721,

    /// <summary>The syntax kind <c>OrAssignmentExpression</c>.</summary>
    OrAssignmentExpression = 8722,

    /// <summary>The syntax kind <c>LeftShiftAssignmentExpression</c>.</summary>
    LeftShiftAssignmentExpression = 8723,

    /// <summary>The syntax kind <c>RightShiftAssignmentExpression</c>.</summary>
    RightShiftAssignmentExpression = 8724,

    /// <summary>The syntax kind <c>CoalesceAssignmentExpression</c>.</summary>
    CoalesceAssignmentExpression = 8725,

    /// <summary>The syntax kind <c>UnsignedRightShiftAssignmentExpression</c>.</summary>
    UnsignedRightShiftAssignmentExpression = 8726,

    /// <summary>The syntax kind <c>UnaryPlusExpression</c>.</summary>
    UnaryPlusExpression = 8730,

    /// <summary>The syntax kind <c>UnaryMinusExpression</c>.</summary>
    UnaryMinusExpression = 8731,

    /// <summary>The syntax kind <c>BitwiseNotExpression</c>.</summary>
    BitwiseNotExpression = 8732,

    /// <summary>The syntax kind <c>LogicalNotExpression</c>.</summary>
    LogicalNotExpression = 8733,

    /// <summary>The syntax kind <c>PreIncrementExpression</c>.</summary>
    PreIncrementExpression = 8734,

    /// <summary>The syntax kind <c>PreDecrementExpression</c>.</summary>
    PreDecrementExpression = 8735,

    /// <summary>The syntax kind <c>PointerIndirectionExpression</c>.</summary>
    PointerIndirectionExpression = 8736,

    /// <summary>The syntax kind <c>AddressOfExpression</c>.</summary>
    AddressOfExpression = 8737,

    /// <summary>The syntax kind <c>PostIncrementExpression</c>.</summary>
    PostIncrementExpression = 8738,

    /// <summary>The syntax kind <c>PostDecrementExpression</c>.</summary>
    PostDecrementExpression = 8739,

    /// <summary>The syntax kind <c>AwaitExpression</c>.</summary>
    AwaitExpression = 8740,

    /// <summary>The syntax kind <c>IndexExpression</c>.</summary>
    IndexExpression = 8741,

    /// <summary>The syntax kind <c>ThisExpression</c>.</summary>
    ThisExpression = 8746,

    /// <summary>The syntax kind <c>BaseExpression</c>.</summary>
    BaseExpression = 8747,

    /// <summary>The syntax kind <c>ArgListExpression</c>.</summary>
    ArgListExpression = 8748,

    /// <summary>The syntax kind <c>NumericLiteralExpression</c>.</summary>
    NumericLiteralExpression = 8749,

    /// <summary>The syntax kind <c>StringLiteralExpression</c>.</summary>
    StringLiteralExpression = 8750,

    /// <summary>The syntax kind <c>CharacterLiteralExpression</c>.</summary>
    CharacterLiteralExpression = 8751,

    /// <summary>The syntax kind <c>TrueLiteralExpression</c>.</summary>
    TrueLiteralExpression = 8752,

    /// <summary>The syntax kind <c>FalseLiteralExpression</c>.</summary>
    FalseLiteralExpression = 8753,

    /// <summary>The syntax kind <c>NullLiteralExpression</c>.</summary>
    NullLiteralExpression = 8754,

    /// <summary>The syntax kind <c>DefaultLiteralExpression</c>.</summary>
    DefaultLiteralExpression = 8755,

    /// <summary>The syntax kind <c>Utf8StringLiteralExpression</c>.</summary>
    Utf8StringLiteralExpression = 8756,

    /// <summary>The syntax kind <c>FieldExpression</c>.</summary>
    FieldExpression = 8757,

    /// <summary>The syntax kind <c>TypeOfExpression</c>.</summary>
    TypeOfExpression = 8760,

    /// <summary>The syntax kind <c>SizeOfExpression</c>.</summary>
    SizeOfExpression = 8761,

    /// <summary>The syntax kind <c>CheckedExpression</c>.</summary>
    CheckedExpression = 8762,

    /// <summary>The syntax kind <c>UncheckedExpression</c>.</summary>
    UncheckedExpression = 8763,

    /// <summary>The syntax kind <c>DefaultExpression</c>.</summary>
    DefaultExpression = 8764,

    /// <summary>The syntax kind <c>MakeRefExpression</c>.</summary>
    MakeRefExpression = 8765,

    /// <summary>The syntax kind <c>RefValueExpression</c>.</summary>
    RefValueExpression = 8766,

    /// <summary>The syntax kind <c>RefTypeExpression</c>.</summary>
    RefTypeExpression = 8767,

    /// <summary>The syntax kind <c>QueryExpression</c>.</summary>
    QueryExpression = 8774,

    /// <summary>The syntax kind <c>QueryBody</c>.</summary>
    QueryBody = 8775,

    /// <summary>The syntax kind <c>FromClause</c>.</summary>
    FromClause = 8776,

    /// <summary>The syntax kind <c>LetClause</c>.</summary>
    LetClause = 8777,

    /// <summary>The syntax kind <c>JoinClause</c>.</summary>
    JoinClause = 8778,

    /// <summary>The syntax kind <c>JoinIntoClause</c>.</summary>
    JoinIntoClause = 8779,

    /// <summary>The syntax kind <c>WhereClause</c>.</summary>
    WhereClause = 8780,

    /// <summary>The syntax kind <c>OrderByClause</c>.</summary>
    OrderByClause = 8781,

    /// <summary>The syntax kind <c>AscendingOrdering</c>.</summary>
    AscendingOrdering = 8782,

    /// <summary>The syntax kind <c>DescendingOrdering</c>.</summary>
    DescendingOrdering = 8783,

    /// <summary>The syntax kind <c>SelectClause</c>.</summary>
    SelectClause = 8784,

    /// <summary>The syntax kind <c>GroupClause</c>.</summary>
    GroupClause = 8785,

    /// <summary>The syntax kind <c>QueryContinuation</c>.</summary>
    QueryContinuation = 8786,

    /// <summary>The syntax kind <c>Block</c>.</summary>
    Block = 8792,

    /// <summary>The syntax kind <c>LocalDeclarationStatement</c>.</summary>
    LocalDeclarationStatement = 8793,

    /// <summary>The syntax kind <c>VariableDeclaration</c>.</summary>
    VariableDeclaration = 8794,

    /// <summary>The syntax kind <c>VariableDeclarator</c>.</summary>
    VariableDeclarator = 8795,

    /// <summary>The syntax kind <c>EqualsValueClause</c>.</summary>
    EqualsValueClause = 8796,

    /// <summary>The syntax kind <c>ExpressionStatement</c>.</summary>
    ExpressionStatement = 8797,

    /// <summary>The syntax kind <c>EmptyStatement</c>.</summary>
    EmptyStatement = 8798,

    /// <summary>The syntax kind <c>LabeledStatement</c>.</summary>
    LabeledStatement = 8799,

    /// <summary>The syntax kind <c>GotoStatement</c>.</summary>
    GotoStatement = 8800,

    /// <summary>The syntax kind <c>GotoCaseStatement</c>.</summary>
    GotoCaseStatement = 8801,

    /// <summary>The syntax kind <c>GotoDefaultStatement</c>.</summary>
    GotoDefaultStatement = 8802,

    /// <summary>The syntax kind <c>BreakStatement</c>.</summary>
    BreakStatement = 8803,

    /// <summary>The syntax kind <c>ContinueStatement</c>.</summary>
    ContinueStatement = 8804,

    /// <summary>The syntax kind <c>ReturnStatement</c>.</summary>
    ReturnStatement = 8805,

    /// <summary>The syntax kind <c>YieldReturnStatement</c>.</summary>
    YieldReturnStatement = 8806,

    /// <summary>The syntax kind <c>YieldBreakStatement</c>.</summary>
    YieldBreakStatement = 8807,

    /// <summary>The syntax kind <c>ThrowStatement</c>.</summary>
    ThrowStatement = 8808,

    /// <summary>The syntax kind <c>WhileStatement</c>.</summary>
    WhileStatement = 8809,

    /// <summary>The syntax kind <c>DoStatement</c>.</summary>
    DoStatement = 8810,

    /// <summary>The syntax kind <c>ForStatement</c>.</summary>
    ForStatement = 8811,

    /// <summary>The syntax kind <c>ForEachStatement</c>.</summary>
    ForEachStatement = 8812,

    /// <summary>The syntax kind <c>UsingStatement</c>.</summary>
    UsingStatement = 8813,

    /// <summary>The syntax kind <c>FixedStatement</c>.</summary>
    FixedStatement = 8814,

    /// <summary>The syntax kind <c>CheckedStatement</c>.</summary>
    CheckedStatement = 8815,

    /// <summary>The syntax kind <c>UncheckedStatement</c>.</summary>
    UncheckedStatement = 8816,

    /// <summary>The syntax kind <c>UnsafeStatement</c>.</summary>
    UnsafeStatement = 8817,

    /// <summary>The syntax kind <c>LockStatement</c>.</summary>
    LockStatement = 8818,

    /// <summary>The syntax kind <c>IfStatement</c>.</summary>
    IfStatement = 8819,

    /// <summary>The syntax kind <c>ElseClause</c>.</summary>
    ElseClause = 8820,

    /// <summary>The syntax kind <c>SwitchStatement</c>.</summary>
    SwitchStatement = 8821,

    /// <summary>The syntax kind <c>SwitchSection</c>.</summary>
    SwitchSection = 8822,

    /// <summary>The syntax kind <c>CaseSwitchLabel</c>.</summary>
    CaseSwitchLabel = 8823,

    /// <summary>The syntax kind <c>DefaultSwitchLabel</c>.</summary>
    DefaultSwitchLabel = 8824,

    /// <summary>The syntax kind <c>TryStatement</c>.</summary>
    TryStatement = 8825,

    /// <summary>The syntax kind <c>CatchClause</c>.</summary>
    CatchClause = 8826,

    /// <summary>The syntax kind <c>CatchDeclaration</c>.</summary>
    CatchDeclaration = 8827,

    /// <summary>The syntax kind <c>CatchFilterClause</c>.</summary>
    CatchFilterClause = 8828,

    /// <summary>The syntax kind <c>FinallyClause</c>.</summary>
    FinallyClause = 8829,

    /// <summary>The syntax kind <c>LocalFunctionStatement</c>.</summary>
    LocalFunctionStatement = 8830,

    /// <summary>The syntax kind <c>CompilationUnit</c>.</summary>
    CompilationUnit = 8840,

    /// <summary>The syntax kind <c>GlobalStatement</c>.</summary>
    GlobalStatement = 8841,

    /// <summary>The syntax kind <c>NamespaceDeclaration</c>.</summary>
    NamespaceDeclaration = 8842,

    /// <summary>The syntax kind <c>UsingDirective</c>.</summary>
    UsingDirective = 8843,

    /// <summary>The syntax kind <c>ExternAliasDirective</c>.</summary>
    ExternAliasDirective = 8844,

    /// <summary>The syntax kind <c>FileScopedNamespaceDeclaration</c>.</summary>
    FileScopedNamespaceDeclaration = 8845,

    /// <summary>The syntax kind <c>AttributeList</c>.</summary>
    AttributeList = 8847,

    /// <summary>The syntax kind <c>AttributeTargetSpecifier</c>.</summary>
    AttributeTargetSpecifier = 8848,

    /// <summary>The syntax kind <c>Attribute</c>.</summary>
    Attribute = 8849,

    /// <summary>The syntax kind <c>AttributeArgumentList</c>.</summary>
    AttributeArgumentList = 8850,

    /// <summary>The syntax kind <c>AttributeArgument</c>.</summary>
    AttributeArgument = 8851,

    /// <summary>The syntax kind <c>NameEquals</c>.</summary>
    NameEquals = 8852,

    /// <summary>The syntax kind <c>ClassDeclaration</c>.</summary>
    ClassDeclaration = 8855,

    /// <summary>The syntax kind <c>StructDeclaration</c>.</summary>
    StructDeclaration = 8856,

    /// <summary>The syntax kind <c>InterfaceDeclaration</c>.</summary>
    InterfaceDeclaration = 8857,

    /// <summary>The syntax kind <c>EnumDeclaration</c>.</summary>
    EnumDeclaration = 8858,

    /// <summary>The syntax kind <c>DelegateDeclaration</c>.</summary>
    DelegateDeclaration = 8859,

    /// <summary>The syntax kind <c>BaseList</c>.</summary>
    BaseList = 8864,

    /// <summary>The syntax kind <c>SimpleBaseType</c>.</summary>
    SimpleBaseType = 8865,

    /// <summary>The syntax kind <c>TypeParameterConstraintClause</c>.</summary>
    TypeParameterConstraintClause = 8866,

    /// <summary>The syntax kind <c>ConstructorConstraint</c>.</summary>
    ConstructorConstraint = 8867,

    /// <summary>The syntax kind <c>ClassConstraint</c>.</summary>
    ClassConstraint = 8868,

    /// <summary>The syntax kind <c>StructConstraint</c>.</summary>
    StructConstraint = 8869,

    /// <summary>The syntax kind <c>TypeConstraint</c>.</summary>
    TypeConstraint = 8870,

    /// <summary>The syntax kind <c>ExplicitInterfaceSpecifier</c>.</summary>
    ExplicitInterfaceSpecifier = 8871,

    /// <summary>The syntax kind <c>EnumMemberDeclaration</c>.</summary>
    EnumMemberDeclaration = 8872,

    /// <summary>The syntax kind <c>FieldDeclaration</c>.</summary>
    FieldDeclaration = 8873,

    /// <summary>The syntax kind <c>EventFieldDeclaration</c>.</summary>
    EventFieldDeclaration = 8874,

    /// <summary>The syntax kind <c>MethodDeclaration</c>.</summary>
    MethodDeclaration = 8875,

    /// <summary>The syntax kind <c>OperatorDeclaration</c>.</summary>
    OperatorDeclaration = 8876,

    /// <summary>The syntax kind <c>ConversionOperatorDeclaration</c>.</summary>
    ConversionOperatorDeclaration = 8877,

    /// <summary>The syntax kind <c>ConstructorDeclaration</c>.</summary>
    ConstructorDeclaration = 8878,

    /// <summary>The syntax kind <c>AllowsConstraintClause</c>.</summary>
    AllowsConstraintClause = 8879,

    /// <summary>The syntax kind <c>RefStructConstraint</c>.</summary>
    RefStructConstraint = 8880,

    /// <summary>The syntax kind <c>BaseConstructorInitializer</c>.</summary>
    BaseConstructorInitializer = 8889,

    /// <summary>The syntax kind <c>ThisConstructorInitializer</c>.</summary>
    ThisConstructorInitializer = 8890,

    /// <summary>The syntax kind <c>DestructorDeclaration</c>.</summary>
    DestructorDeclaration = 8891,

    /// <summary>The syntax kind <c>PropertyDeclaration</c>.</summary>
    PropertyDeclaration = 8892,

    /// <summary>The syntax kind <c>EventDeclaration</c>.</summary>
    EventDeclaration = 8893,

    /// <summary>The syntax kind <c>IndexerDeclaration</c>.</summary>
    IndexerDeclaration = 8894,

    /// <summary>The syntax kind <c>AccessorList</c>.</summary>
    AccessorList = 8895,

    /// <summary>The syntax kind <c>GetAccessorDeclaration</c>.</summary>
    GetAccessorDeclaration = 8896,

    /// <summary>The syntax kind <c>SetAccessorDeclaration</c>.</summary>
    SetAccessorDeclaration = 8897,

    /// <summary>The syntax kind <c>AddAccessorDeclaration</c>.</summary>
    AddAccessorDeclaration = 8898,

    /// <summary>The syntax kind <c>RemoveAccessorDeclaration</c>.</summary>
    RemoveAccessorDeclaration = 8899,

    /// <summary>The syntax kind <c>UnknownAccessorDeclaration</c>.</summary>
    UnknownAccessorDeclaration = 8900,

    /// <summary>The syntax kind <c>ParameterList</c>.</summary>
    ParameterList = 8906,

    /// <summary>The syntax kind <c>BracketedParameterList</c>.</summary>
    BracketedParameterList = 8907,

    /// <summary>The syntax kind <c>Parameter</c>.</summary>
    Parameter = 8908,

    /// <summary>The syntax kind <c>TypeParameterList</c>.</summary>
    TypeParameterList = 8909,

    /// <summary>The syntax kind <c>TypeParameter</c>.</summary>
    TypeParameter = 8910,

    /// <summary>The syntax kind <c>IncompleteMember</c>.</summary>
    IncompleteMember = 8916,

    /// <summary>The syntax kind <c>ArrowExpressionClause</c>.</summary>
    ArrowExpressionClause = 8917,

    /// <summary>The syntax kind <c>Interpolation</c>.</summary>
    Interpolation = 8918,

    /// <summary>The syntax kind <c>InterpolatedStringText</c>.</summary>
    InterpolatedStringText = 8919,

    /// <summary>The syntax kind <c>InterpolationAlignmentClause</c>.</summary>
    InterpolationAlignmentClause = 8920,

    /// <summary>The syntax kind <c>InterpolationFormatClause</c>.</summary>
    InterpolationFormatClause = 8921,

    /// <summary>The syntax kind <c>TupleType</c>.</summary>
    TupleType = 8924,

    /// <summary>The syntax kind <c>TupleElement</c>.</summary>
    TupleElement = 8925,

    /// <summary>The syntax kind <c>TupleExpression</c>.</summary>
    TupleExpression = 8926,

    /// <summary>The syntax kind <c>SingleVariableDesignation</c>.</summary>
    SingleVariableDesignation = 8927,

    /// <summary>The syntax kind <c>ParenthesizedVariableDesignation</c>.</summary>
    ParenthesizedVariableDesignation = 8928,

    /// <summary>The syntax kind <c>ForEachVariableStatement</c>.</summary>
    ForEachVariableStatement = 8929,

    /// <summary>The syntax kind <c>DeclarationPattern</c>.</summary>
    DeclarationPattern = 9000,

    /// <summary>The syntax kind <c>ConstantPattern</c>.</summary>
    ConstantPattern = 9002,

    /// <summary>The syntax kind <c>CasePatternSwitchLabel</c>.</summary>
    CasePatternSwitchLabel = 9009,

    /// <summary>The syntax kind <c>WhenClause</c>.</summary>
    WhenClause = 9013,

    /// <summary>The syntax kind <c>DiscardDesignation</c>.</summary>
    DiscardDesignation = 9014,

    /// <summary>The syntax kind <c>RecursivePattern</c>.</summary>
    RecursivePattern = 9020,

    /// <summary>The syntax kind <c>PropertyPatternClause</c>.</summary>
    PropertyPatternClause = 9021,

    /// <summary>The syntax kind <c>Subpattern</c>.</summary>
    Subpattern = 9022,

    /// <summary>The syntax kind <c>PositionalPatternClause</c>.</summary>
    PositionalPatternClause = 9023,

    /// <summary>The syntax kind <c>DiscardPattern</c>.</summary>
    DiscardPattern = 9024,

    /// <summary>The syntax kind <c>SwitchExpression</c>.</summary>
    SwitchExpression = 9025,

    /// <summary>The syntax kind <c>SwitchExpressionArm</c>.</summary>
    SwitchExpressionArm = 9026,

    /// <summary>The syntax kind <c>VarPattern</c>.</summary>
    VarPattern = 9027,

    /// <summary>The syntax kind <c>ParenthesizedPattern</c>.</summary>
    ParenthesizedPattern = 9028,

    /// <summary>The syntax kind <c>RelationalPattern</c>.</summary>
    RelationalPattern = 9029,

    /// <summary>The syntax kind <c>TypePattern</c>.</summary>
    TypePattern = 9030,

    /// <summary>The syntax kind <c>OrPattern</c>.</summary>
    OrPattern = 9031,

    /// <summary>The syntax kind <c>AndPattern</c>.</summary>
    AndPattern = 9032,

    /// <summary>The syntax kind <c>NotPattern</c>.</summary>
    NotPattern = 9033,

    /// <summary>The syntax kind <c>SlicePattern</c>.</summary>
    SlicePattern = 9034,

    /// <summary>The syntax kind <c>ListPattern</c>.</summary>
    ListPattern = 9035,

    /// <summary>The syntax kind <c>DeclarationExpression</c>.</summary>
    DeclarationExpression = 9040,

    /// <summary>The syntax kind <c>RefExpression</c>.</summary>
    RefExpression = 9050,

    /// <summary>The syntax kind <c>RefType</c>.</summary>
    RefType = 9051,

    /// <summary>The syntax kind <c>ThrowExpression</c>.</summary>
    ThrowExpression = 9052,

    /// <summary>The syntax kind <c>ImplicitStackAllocArrayCreationExpression</c>.</summary>
    ImplicitStackAllocArrayCreationExpression = 9053,

    /// <summary>The syntax kind <c>SuppressNullableWarningExpression</c>.</summary>
    SuppressNullableWarningExpression = 9054,

    /// <summary>The syntax kind <c>FunctionPointerType</c>.</summary>
    FunctionPointerType = 9056,

    /// <summary>The syntax kind <c>FunctionPointerParameter</c>.</summary>
    FunctionPointerParameter = 9057,

    /// <summary>The syntax kind <c>FunctionPointerParameterList</c>.</summary>
    FunctionPointerParameterList = 9058,

    /// <summary>The syntax kind <c>FunctionPointerCallingConvention</c>.</summary>
    FunctionPointerCallingConvention = 9059,

    /// <summary>The syntax kind <c>InitAccessorDeclaration</c>.</summary>
    InitAccessorDeclaration = 9060,

    /// <summary>The syntax kind <c>WithExpression</c>.</summary>
    WithExpression = 9061,

    /// <summary>The syntax kind <c>WithInitializerExpression</c>.</summary>
    WithInitializerExpression = 9062,

    /// <summary>The syntax kind <c>RecordDeclaration</c>.</summary>
    RecordDeclaration = 9063,

    /// <summary>The syntax kind <c>DefaultConstraint</c>.</summary>
    DefaultConstraint = 9064,

    /// <summary>The syntax kind <c>PrimaryConstructorBaseType</c>.</summary>
    PrimaryConstructorBaseType = 9065,

    /// <summary>The syntax kind <c>FunctionPointerUnmanagedCallingConventionList</c>.</summary>
    FunctionPointerUnmanagedCallingConventionList = 9066,

    /// <summary>The syntax kind <c>FunctionPointerUnmanagedCallingConvention</c>.</summary>
    FunctionPointerUnmanagedCallingConvention = 9067,

    /// <summary>The syntax kind <c>RecordStructDeclaration</c>.</summary>
    RecordStructDeclaration = 9068,

    /// <summary>The syntax kind <c>ExpressionColon</c>.</summary>
    ExpressionColon = 9069,

    /// <summary>The syntax kind <c>ScopedType</c>.</summary>
    ScopedType = 9075,

    /// <summary>The syntax kind <c>CollectionExpression</c>.</summary>
    CollectionExpression = 9076,

    /// <summary>The syntax kind <c>ExpressionElement</c>.</summary>
    ExpressionElement = 9077,

    /// <summary>The syntax kind <c>SpreadElement</c>.</summary>
    SpreadElement = 9078,

    /// <summary>The syntax kind <c>ExtensionBlockDeclaration</c>.</summary>
    ExtensionBlockDeclaration = 9079,
}
