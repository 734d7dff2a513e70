using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.FieldStudy.Schemes;

/// <summary>The salient name by the letter of the definition, literals included; written apart from the product's.</summary>
internal static class SalientName
{
    private const int Limit = 12;

    /// <summary>The name; empty where no rule applies.</summary>
    public static string Of(SyntaxNode node) => Of(node, Limit);

    private static string Of(SyntaxNode? node, int limit)
    {
        if (node is null || limit == 0) return "";
        return node switch
        {
            SimpleNameSyntax n => n.Identifier.Text,
            QualifiedNameSyntax n => n.Right.Identifier.Text,
            AliasQualifiedNameSyntax n => n.Name.Identifier.Text,
            LiteralExpressionSyntax n => n.Token.Text,
            PredefinedTypeSyntax n => n.Keyword.Text,
            MemberAccessExpressionSyntax n => n.Name.Identifier.Text,
            MemberBindingExpressionSyntax n => n.Name.Identifier.Text,
            ConditionalAccessExpressionSyntax n => Of(n.WhenNotNull, limit - 1),
            InvocationExpressionSyntax n => Of(n.Expression, limit - 1),
            ElementAccessExpressionSyntax n => Of(n.Expression, limit - 1),
            AwaitExpressionSyntax n => Of(n.Expression, limit - 1),
            ParenthesizedExpressionSyntax n => Of(n.Expression, limit - 1),
            IsPatternExpressionSyntax n => Of(n.Expression, limit - 1),
            ObjectCreationExpressionSyntax n => Of(n.Type, limit - 1),
            ArrayCreationExpressionSyntax n => Of(n.Type, limit - 1),
            ArrayTypeSyntax n => Of(n.ElementType, limit - 1),
            NullableTypeSyntax n => Of(n.ElementType, limit - 1),
            CastExpressionSyntax n => Of(n.Type, limit - 1),
            DeclarationPatternSyntax n => Of(n.Type, limit - 1),
            AssignmentExpressionSyntax n => n.OperatorToken.Text + Of(n.Left, limit - 1),
            BinaryExpressionSyntax n => n.OperatorToken.Text,
            PrefixUnaryExpressionSyntax n => n.OperatorToken.Text + Of(n.Operand, limit - 1),
            PostfixUnaryExpressionSyntax n => Of(n.Operand, limit - 1) + n.OperatorToken.Text,
            ArgumentSyntax n => n.NameColon is { } name ? name.Name.Identifier.Text : Of(n.Expression, limit - 1),
            AttributeArgumentSyntax n => n.NameColon?.Name.Identifier.Text ?? n.NameEquals?.Name.Identifier.Text ?? Of(n.Expression, limit - 1),
            ParameterSyntax n => n.Identifier.Text,
            TypeParameterSyntax n => n.Identifier.Text,
            VariableDeclaratorSyntax n => n.Identifier.Text,
            SingleVariableDesignationSyntax n => n.Identifier.Text,
            ForEachStatementSyntax n => n.Identifier.Text,
            LocalFunctionStatementSyntax n => n.Identifier.Text,
            VariableDeclarationSyntax n => Of(n.Variables.FirstOrDefault(), limit - 1),
            LocalDeclarationStatementSyntax n => Of(n.Declaration, limit - 1),
            DeclarationExpressionSyntax n => Of(n.Designation, limit - 1),
            ForStatementSyntax n => Of(n.Declaration, limit - 1),
            UsingStatementSyntax n => n.Declaration is { } declaration ? Of(declaration, limit - 1) : Of(n.Expression, limit - 1),
            ExpressionStatementSyntax n => Of(n.Expression, limit - 1),
            ReturnStatementSyntax n => Of(n.Expression, limit - 1),
            ThrowStatementSyntax n => Of(n.Expression, limit - 1),
            ThrowExpressionSyntax n => Of(n.Expression, limit - 1),
            YieldStatementSyntax n => Of(n.Expression, limit - 1),
            LockStatementSyntax n => Of(n.Expression, limit - 1),
            SwitchStatementSyntax n => Of(n.Expression, limit - 1),
            SwitchExpressionSyntax n => Of(n.GoverningExpression, limit - 1),
            IfStatementSyntax n => Of(n.Condition, limit - 1),
            WhileStatementSyntax n => Of(n.Condition, limit - 1),
            DoStatementSyntax n => Of(n.Condition, limit - 1),
            ConditionalExpressionSyntax n => Of(n.Condition, limit - 1),
            SwitchSectionSyntax n => Of(n.Labels.FirstOrDefault(), limit - 1),
            CaseSwitchLabelSyntax n => Of(n.Value, limit - 1),
            CasePatternSwitchLabelSyntax n => Of(n.Pattern, limit - 1),
            ConstantPatternSyntax n => Of(n.Expression, limit - 1),
            SwitchExpressionArmSyntax n => string.Join(' ', n.Pattern.DescendantTokens().Select(t => t.Text)),
            CatchClauseSyntax n => Of(n.Declaration?.Type, limit - 1),
            AttributeSyntax n => Of(n.Name, limit - 1),
            AccessorDeclarationSyntax n => n.Keyword.Text,
            _ => "",
        };
    }
}
