using AstRegistry.Keys;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Syntax;

/// <summary>
/// What a member declaration says of itself, gathered before its body is walked.
/// </summary>
/// <param name="Row">The row, without digest, complexity and span.</param>
/// <param name="Parameters">The parameter list, to be spelled out further if two keys tie.</param>
/// <param name="TypeParameters">The member's own type parameters.</param>
/// <param name="ReturnType">The type that a conversion's key ends with.</param>
/// <param name="OwnName">The identifier whose occurrences the digest replaces, or default.</param>
internal readonly record struct MemberFacts(
    MemberRow Row,
    BaseParameterListSyntax? Parameters,
    TypeParameterListSyntax? TypeParameters,
    TypeSyntax? ReturnType,
    SyntaxToken OwnName)
{
    /// <summary>The interface whose member is implemented explicitly, to be spelled out further if two keys tie.</summary>
    public ExplicitInterfaceSpecifierSyntax? ExplicitInterface { get; init; }

    /// <summary>Whether how much of the key is spelled out can tell it from another.</summary>
    public bool HasSpelling => Parameters is not null || ExplicitInterface is not null;

    /// <summary>Reads a member declaration; null for a node that declares no member.</summary>
    /// <param name="node">The declaration, or the declarator of a field.</param>
    /// <param name="scope">Type parameters of the containing types, and aliases.</param>
    /// <param name="defaultAccessibility">What holds where no accessibility is written.</param>
    public static MemberFacts? Read(SyntaxNode node, TypeScope scope, DeclaredAccessibility defaultAccessibility)
    {
        var depth = scope.Depth;
        try
        {
            return ReadIn(node, scope, defaultAccessibility);
        }
        finally
        {
            scope.Leave(depth);
        }
    }

    private static MemberFacts? ReadIn(SyntaxNode node, TypeScope scope, DeclaredAccessibility access)
    {
        switch (node)
        {
            case MethodDeclarationSyntax method:
                return Function(MemberKind.Method, method, scope, access, method.Identifier.ValueText, method.ReturnType,
                    method.Identifier, method.TypeParameterList, method.ExplicitInterfaceSpecifier);
            case ConstructorDeclarationSyntax constructor:
                return constructor.Modifiers.Any(SyntaxKind.StaticKeyword)
                    ? Function(MemberKind.StaticConstructor, constructor, scope, access, ".cctor", null, constructor.Identifier)
                    : Function(MemberKind.Constructor, constructor, scope, access, ".ctor", null, constructor.Identifier);
            case DestructorDeclarationSyntax finalizer:
                return Function(MemberKind.Finalizer, finalizer, scope, access, "Finalize", null, finalizer.Identifier);
            case OperatorDeclarationSyntax @operator:
                return Function(MemberKind.Operator, @operator, scope, access, OperatorNames.Of(@operator), @operator.ReturnType,
                    explicitInterface: @operator.ExplicitInterfaceSpecifier);
            case ConversionOperatorDeclarationSyntax conversion:
                return Function(MemberKind.Conversion, conversion, scope, access, OperatorNames.Of(conversion), conversion.Type,
                    explicitInterface: conversion.ExplicitInterfaceSpecifier);
            case PropertyDeclarationSyntax property:
                return Variable(MemberKind.Property, property.Identifier.ValueText, property.Identifier, property.Type, property.Modifiers,
                    property.AttributeLists, scope, access, property.ExplicitInterfaceSpecifier, HasCode(property.AccessorList, property.ExpressionBody) || property.Initializer is not null);
            case IndexerDeclarationSyntax indexer:
                var facts = Variable(MemberKind.Indexer, "this", default, indexer.Type, indexer.Modifiers, indexer.AttributeLists, scope,
                    access, indexer.ExplicitInterfaceSpecifier, HasCode(indexer.AccessorList, indexer.ExpressionBody));
                facts.Row.Parameters = Declarations.Parameters(indexer.ParameterList, scope, TypeSpelling.Reduced);
                return facts with { Parameters = indexer.ParameterList };
            case EventDeclarationSyntax @event:
                return Variable(MemberKind.Event, @event.Identifier.ValueText, @event.Identifier, @event.Type, @event.Modifiers,
                    @event.AttributeLists, scope, access, @event.ExplicitInterfaceSpecifier, HasCode(@event.AccessorList, null));
            case EnumMemberDeclarationSyntax member:
                return Variable(MemberKind.EnumMember, member.Identifier.ValueText, member.Identifier, null, default, member.AttributeLists,
                    scope, DeclaredAccessibility.Public, null, member.EqualsValue is not null);
            case BaseFieldDeclarationSyntax field when field.Declaration.Variables.Count > 0:
                return Field(field, field.Declaration.Variables[0], scope, access);
            case VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } declarator:
                return Field(field, declarator, scope, access);
            default:
                return null;
        }
    }

    /// <summary>Spells the key out, with the type parameters of the member's containers in scope.</summary>
    public void Spell(TypeScope scope, TypeSpelling spelling)
    {
        var depth = scope.Depth;
        scope.Enter(TypeParameters, ofMethod: true);
        Row.Parameters = Declarations.Parameters(Parameters, scope, spelling);
        if (ReturnType is not null) Row.ReturnType = CanonicalType.Of(ReturnType, scope, spelling);
        if (ExplicitInterface is not null) Row.Name = Prefix(ExplicitInterface, scope, spelling) + Row.Name.Substring(Row.Name.LastIndexOf('.') + 1);
        scope.Leave(depth);
    }

    /// <summary>The primary constructor of a type.</summary>
    public static MemberFacts PrimaryConstructor(TypeDeclarationSyntax type, TypeScope scope)
    {
        var row = new MemberRow
        {
            Kind = MemberKind.Constructor,
            Name = ".ctor",
            Accessibility = type.Modifiers.Any(SyntaxKind.AbstractKeyword) ? DeclaredAccessibility.Protected : DeclaredAccessibility.Public,
            Parameters = Declarations.Parameters(type.ParameterList, scope, TypeSpelling.Reduced),
            HasBody = true,
        };
        return new MemberFacts(row, type.ParameterList, null, null, default);
    }

    /// <summary>The code of top-level statements.</summary>
    public static MemberFacts TopLevelStatements() => new(
        new MemberRow { Kind = MemberKind.TopLevelStatements, Name = "<Main>$", Modifiers = DeclarationModifiers.Static, Accessibility = DeclaredAccessibility.Private, HasBody = true },
        null, null, null, default);

    /// <summary>An accessor, a local function, a lambda, or the arrow of an expression-bodied property.</summary>
    public static MemberFacts Nested(SyntaxNode node, TypeScope scope)
    {
        var row = new MemberRow { HasBody = true };
        switch (node)
        {
            case AccessorDeclarationSyntax accessor:
                (row.Modifiers, var access) = Declarations.Read(accessor.Modifiers);
                row.Accessibility = access ?? DeclaredAccessibility.NotApplicable;
                row.Kind = accessor.Kind() switch
                {
                    SyntaxKind.GetAccessorDeclaration => MemberKind.Getter,
                    SyntaxKind.SetAccessorDeclaration => MemberKind.Setter,
                    SyntaxKind.InitAccessorDeclaration => MemberKind.InitSetter,
                    SyntaxKind.AddAccessorDeclaration => MemberKind.EventAdder,
                    SyntaxKind.RemoveAccessorDeclaration => MemberKind.EventRemover,
                    _ => MemberKind.Getter,
                };
                row.Name = accessor.Keyword.ValueText;
                row.Attributes = Declarations.AttributeNames(accessor.AttributeLists);
                row.HasBody = accessor.Body is not null || accessor.ExpressionBody is not null;
                return new MemberFacts(row, null, null, null, default);
            case LocalFunctionStatementSyntax local:
                (row.Modifiers, _) = Declarations.Read(local.Modifiers);
                row.Kind = MemberKind.LocalFunction;
                row.Name = local.Identifier.ValueText;
                row.Arity = local.TypeParameterList?.Parameters.Count ?? 0;
                row.Attributes = Declarations.AttributeNames(local.AttributeLists);
                row.ReturnType = TypeText.AsWritten(local.ReturnType);
                row.HasBody = local.Body is not null || local.ExpressionBody is not null;
                return new MemberFacts(row, local.ParameterList, local.TypeParameterList, null, local.Identifier);
            case AnonymousFunctionExpressionSyntax lambda:
                (row.Modifiers, _) = Declarations.Read(lambda.Modifiers);
                row.Kind = MemberKind.Lambda;
                var list = (lambda as ParenthesizedLambdaExpressionSyntax)?.ParameterList ?? (lambda as AnonymousMethodExpressionSyntax)?.ParameterList;
                row.Parameters = lambda is SimpleLambdaExpressionSyntax simple
                    ? [Declarations.Parameter(simple.Parameter, scope, TypeSpelling.Reduced)]
                    : Declarations.Parameters(list, scope, TypeSpelling.Reduced);
                if (lambda is ParenthesizedLambdaExpressionSyntax parenthesized)
                {
                    row.Attributes = Declarations.AttributeNames(parenthesized.AttributeLists);
                    if (parenthesized.ReturnType is { } type) row.ReturnType = TypeText.AsWritten(type);
                }
                else if (lambda is SimpleLambdaExpressionSyntax { AttributeLists: var lists })
                {
                    row.Attributes = Declarations.AttributeNames(lists);
                }

                return new MemberFacts(row, null, null, null, default);
            default:
                row.Kind = MemberKind.Getter;
                row.Name = "get";
                return new MemberFacts(row, null, null, null, default);
        }
    }

    private static MemberFacts Function(
        MemberKind kind,
        BaseMethodDeclarationSyntax node,
        TypeScope scope,
        DeclaredAccessibility defaultAccessibility,
        string name,
        TypeSyntax? type,
        SyntaxToken ownName = default,
        TypeParameterListSyntax? typeParameters = null,
        ExplicitInterfaceSpecifierSyntax? explicitInterface = null)
    {
        scope.Enter(typeParameters, ofMethod: true);
        var (modifiers, accessibility) = Declarations.Read(node.Modifiers);
        var implied = kind is MemberKind.StaticConstructor or MemberKind.Finalizer || explicitInterface is not null
            ? DeclaredAccessibility.NotApplicable
            : defaultAccessibility;
        var row = new MemberRow
        {
            Kind = kind,
            Name = Prefix(explicitInterface, scope) + name,
            Arity = typeParameters?.Parameters.Count ?? 0,
            Parameters = Declarations.Parameters(node.ParameterList, scope, TypeSpelling.Reduced),
            // The target type of a conversion is part of its key, and so in canonical form.
            ReturnType = type is null ? "" : kind == MemberKind.Conversion ? CanonicalType.Of(type, scope) : TypeText.AsWritten(type),
            Modifiers = modifiers,
            Accessibility = accessibility ?? implied,
            Attributes = Declarations.AttributeNames(node.AttributeLists),
            HasBody = node.Body is not null || node.ExpressionBody is not null,
        };
        return new MemberFacts(row, node.ParameterList, typeParameters, kind == MemberKind.Conversion ? type : null, ownName) { ExplicitInterface = explicitInterface };
    }

    private static MemberFacts Field(BaseFieldDeclarationSyntax field, VariableDeclaratorSyntax declarator, TypeScope scope, DeclaredAccessibility access) =>
        Variable(field is EventFieldDeclarationSyntax ? MemberKind.Event : MemberKind.Field, declarator.Identifier.ValueText, declarator.Identifier,
            field.Declaration.Type, field.Modifiers, field.AttributeLists, scope, access, null, declarator.Initializer is not null);

    private static MemberFacts Variable(
        MemberKind kind,
        string name,
        SyntaxToken ownName,
        TypeSyntax? type,
        SyntaxTokenList modifierTokens,
        SyntaxList<AttributeListSyntax> attributes,
        TypeScope scope,
        DeclaredAccessibility defaultAccessibility,
        ExplicitInterfaceSpecifierSyntax? explicitInterface,
        bool hasBody)
    {
        var (modifiers, accessibility) = Declarations.Read(modifierTokens);
        var row = new MemberRow
        {
            Kind = kind,
            Name = Prefix(explicitInterface, scope) + name,
            ReturnType = type is null ? "" : TypeText.AsWritten(type),
            Modifiers = modifiers,
            Accessibility = accessibility ?? (explicitInterface is null ? defaultAccessibility : DeclaredAccessibility.NotApplicable),
            Attributes = Declarations.AttributeNames(attributes),
            HasBody = hasBody,
        };
        return new MemberFacts(row, null, null, null, ownName) { ExplicitInterface = explicitInterface };
    }

    private static string Prefix(ExplicitInterfaceSpecifierSyntax? specifier, TypeScope scope, TypeSpelling spelling = TypeSpelling.Reduced) =>
        specifier is null ? "" : CanonicalType.Of(specifier.Name, scope, spelling) + ".";

    private static bool HasCode(AccessorListSyntax? accessors, ArrowExpressionClauseSyntax? arrow)
    {
        if (arrow is not null) return true;
        if (accessors is null) return false;
        foreach (var accessor in accessors.Accessors)
        {
            if (accessor.Body is not null || accessor.ExpressionBody is not null) return true;
        }

        return false;
    }
}
