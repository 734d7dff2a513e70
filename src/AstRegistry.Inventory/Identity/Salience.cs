using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Identity;

/// <summary>
/// The salient name of a node: the one word a reader would call it by (the callee of a call, the variable of a declaration,
/// the assigned name of an assignment statement), with the operators met on the way to it.
/// </summary>
/// <param name="Kinds">A hash of the kinds of the operators met, 0 for none.</param>
/// <param name="Operators">The text of the operators met, plain assignment apart; null for none.</param>
/// <param name="Word">The token that names the node, or default.</param>
internal readonly record struct Salience(ulong Kinds, string? Operators, SyntaxToken Word)
{
    /// <summary>Longer chains than this have no salient name. Part of the scheme version.</summary>
    private const int MaxSteps = 12;

    /// <summary>
    /// The salient name as it is stored: operators and the word, <c>total</c>, <c>==</c>, <c>!IsEmpty</c>. The word is left out when it is
    /// a literal.
    /// </summary>
    public string Name
    {
        get
        {
            var word = IsStorable(Word.RawKind) ? Word.ValueText : "";
            return Operators is null ? word : word.Length == 0 ? Operators : Operators + word;
        }
    }

    /// <summary>Finds the salient name of a node; constant time.</summary>
    public static Salience Of(SyntaxNode start)
    {
        ulong kinds = 0;
        string? operators = null;
        SyntaxNode? node = start;
        for (var step = 0; step <= MaxSteps && node is not null; step++)
        {
            switch (node)
            {
                // Words.
                case SimpleNameSyntax name: return new(kinds, operators, name.Identifier);
                case LiteralExpressionSyntax literal: return new(kinds, operators, literal.Token);
                case PredefinedTypeSyntax predefined: return new(kinds, operators, predefined.Keyword);
                case ThisExpressionSyntax self: return new(kinds, operators, self.Token);
                case BaseExpressionSyntax @base: return new(kinds, operators, @base.Token);
                case ParameterSyntax parameter: return new(kinds, operators, parameter.Identifier);
                case VariableDeclaratorSyntax declarator: return new(kinds, operators, declarator.Identifier);
                case TypeParameterSyntax typeParameter: return new(kinds, operators, typeParameter.Identifier);
                case SingleVariableDesignationSyntax designation: return new(kinds, operators, designation.Identifier);
                case ForEachStatementSyntax forEach: return new(kinds, operators, forEach.Identifier);
                case LocalFunctionStatementSyntax localFunction: return new(kinds, operators, localFunction.Identifier);
                case LabeledStatementSyntax label: return new(kinds, operators, label.Identifier);
                case AccessorDeclarationSyntax accessor: return new(kinds, operators, accessor.Keyword);

                // Names inside names.
                case QualifiedNameSyntax qualified: node = qualified.Right; break;
                case AliasQualifiedNameSyntax alias: node = alias.Name; break;
                case MemberAccessExpressionSyntax access: node = access.Name; break;
                case MemberBindingExpressionSyntax binding: node = binding.Name; break;
                case NameColonSyntax colon: node = colon.Name; break;
                case NameEqualsSyntax equals: node = equals.Name; break;

                // Expressions that are called by another one inside them.
                case ConditionalAccessExpressionSyntax access: node = access.WhenNotNull; break;
                case InvocationExpressionSyntax invocation: node = invocation.Expression; break;
                case ElementAccessExpressionSyntax element: node = element.Expression; break;
                case AwaitExpressionSyntax @await: node = @await.Expression; break;
                case ParenthesizedExpressionSyntax parenthesized: node = parenthesized.Expression; break;
                case IsPatternExpressionSyntax pattern: node = pattern.Expression; break;
                case ConditionalExpressionSyntax conditional: node = conditional.Condition; break;
                case ThrowExpressionSyntax @throw: node = @throw.Expression; break;
                case ArgumentSyntax argument: node = argument.NameColon ?? (SyntaxNode)argument.Expression; break;
                case AttributeArgumentSyntax argument:
                    node = argument.NameEquals ?? (SyntaxNode?)argument.NameColon ?? argument.Expression;
                    break;

                // Types.
                case ObjectCreationExpressionSyntax creation: node = creation.Type; break;
                case CastExpressionSyntax cast: node = cast.Type; break;
                case NullableTypeSyntax nullable: node = nullable.ElementType; break;
                case ArrayTypeSyntax array: node = array.ElementType; break;
                case ArrayCreationExpressionSyntax array: node = array.Type; break;
                case DeclarationPatternSyntax declaration: node = declaration.Type; break;
                case ConstantPatternSyntax constant: node = constant.Expression; break;
                case RecursivePatternSyntax recursive: node = recursive.Type; break;
                case AttributeSyntax attribute: node = attribute.Name; break;
                case CatchClauseSyntax @catch: node = @catch.Declaration?.Type; break;
                case CatchDeclarationSyntax @catch: node = @catch.Type; break;

                // Operators.
                case AssignmentExpressionSyntax assignment:
                    kinds = StableHash.Add(kinds, (ulong)assignment.RawKind);
                    if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)) operators += assignment.OperatorToken.Text;
                    node = assignment.Left;
                    break;
                case BinaryExpressionSyntax binary: return new(StableHash.Add(kinds, (ulong)binary.RawKind), operators + binary.OperatorToken.Text, default);
                case PrefixUnaryExpressionSyntax prefix:
                    kinds = StableHash.Add(kinds, (ulong)prefix.RawKind);
                    operators += prefix.OperatorToken.Text;
                    node = prefix.Operand;
                    break;
                case PostfixUnaryExpressionSyntax postfix:
                    kinds = StableHash.Add(kinds, (ulong)postfix.RawKind);
                    operators += postfix.OperatorToken.Text;
                    node = postfix.Operand;
                    break;

                // Statements.
                case LocalDeclarationStatementSyntax local: node = local.Declaration; break;
                case VariableDeclarationSyntax variables: node = First(variables); break;
                case ForStatementSyntax @for: node = @for.Declaration; break;
                case UsingStatementSyntax @using: node = @using.Declaration ?? (SyntaxNode?)@using.Expression; break;
                case FixedStatementSyntax @fixed: node = @fixed.Declaration; break;
                case ForEachVariableStatementSyntax forEach: node = forEach.Variable; break;
                case ExpressionStatementSyntax statement: node = statement.Expression; break;
                case ReturnStatementSyntax @return: node = @return.Expression; break;
                case ThrowStatementSyntax @throw: node = @throw.Expression; break;
                case YieldStatementSyntax yield: node = yield.Expression; break;
                case LockStatementSyntax @lock: node = @lock.Expression; break;
                case GotoStatementSyntax @goto: node = @goto.Expression; break;
                case SwitchStatementSyntax @switch: node = @switch.Expression; break;
                case IfStatementSyntax @if: node = @if.Condition; break;
                case WhileStatementSyntax @while: node = @while.Condition; break;
                case DoStatementSyntax @do: node = @do.Condition; break;
                case SwitchSectionSyntax section: node = section.Labels.Count > 0 ? section.Labels[0] : null; break;
                case CaseSwitchLabelSyntax label: node = label.Value; break;
                case CasePatternSwitchLabelSyntax label: node = label.Pattern; break;
                case SwitchExpressionArmSyntax arm: node = arm.Pattern; break;

                default: return new(kinds, operators, default);
            }
        }

        return new(kinds, operators, default);
    }

    private static VariableDeclaratorSyntax? First(VariableDeclarationSyntax declaration) =>
        declaration.Variables.Count > 0 ? declaration.Variables[0] : null;

    /// <summary>
    /// Identifiers, and the keywords that stand where a name could. Never the value of a number, character or string, which must not enter
    /// an assembly.
    /// </summary>
    private static bool IsStorable(int rawKind) => (SyntaxKind)rawKind is SyntaxKind.IdentifierToken
        or (>= SyntaxKind.BoolKeyword and <= SyntaxKind.ObjectKeyword)
        or SyntaxKind.ThisKeyword or SyntaxKind.BaseKeyword
        or SyntaxKind.NullKeyword or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword or SyntaxKind.DefaultKeyword
        or SyntaxKind.GetKeyword or SyntaxKind.SetKeyword or SyntaxKind.InitKeyword or SyntaxKind.AddKeyword or SyntaxKind.RemoveKeyword;
}
