using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.FieldStudy.Trees;

/// <summary>Finds the members of a file and names each by the study's own key, taken from syntax alone.</summary>
internal static class MemberFinder
{
    /// <summary>The members that are not nested in another member, with their keys, in document order.</summary>
    public static List<(string Key, SyntaxNode Declaration)> Find(SyntaxNode root)
    {
        var members = new List<(string, SyntaxNode)>();
        foreach (var node in root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or EnumDeclarationSyntax))
        {
            if (node is MemberDeclarationSyntax and not (BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
                or GlobalStatementSyntax or IncompleteMemberSyntax))
                members.Add((KeyOf(node), node));
        }

        return members;
    }

    private static string KeyOf(SyntaxNode member)
    {
        var key = LocalKey(member);
        for (var outer = member.Parent; outer is not null; outer = outer.Parent)
        {
            key = outer switch
            {
                TypeDeclarationSyntax type => $"{type.Identifier.ValueText}`{type.TypeParameterList?.Parameters.Count ?? 0}.{key}",
                BaseTypeDeclarationSyntax type => $"{type.Identifier.ValueText}.{key}",
                BaseNamespaceDeclarationSyntax space => $"{space.Name.ToString().Trim()}.{key}",
                _ => key,
            };
        }

        return key;
    }

    private static string LocalKey(SyntaxNode member) => member switch
    {
        MethodDeclarationSyntax m => $"method {m.ExplicitInterfaceSpecifier}{m.Identifier.ValueText}`{m.TypeParameterList?.Parameters.Count ?? 0}({Types(m.ParameterList)}){PartialDefinition(m)}",
        ConstructorDeclarationSyntax c => $"{(c.Modifiers.Any(SyntaxKind.StaticKeyword) ? "static " : "")}constructor({Types(c.ParameterList)})",
        DestructorDeclarationSyntax => "finalizer",
        OperatorDeclarationSyntax o => $"operator {o.CheckedKeyword.Text}{o.OperatorToken.Text}({Types(o.ParameterList)})",
        ConversionOperatorDeclarationSyntax c => $"conversion {c.CheckedKeyword.Text}{Normal(c.Type)}({Types(c.ParameterList)})",
        PropertyDeclarationSyntax p => $"property {p.ExplicitInterfaceSpecifier}{p.Identifier.ValueText}",
        IndexerDeclarationSyntax i => $"indexer {i.ExplicitInterfaceSpecifier}[{Types(i.ParameterList)}]",
        EventDeclarationSyntax e => $"event {e.ExplicitInterfaceSpecifier}{e.Identifier.ValueText}",
        BaseFieldDeclarationSyntax f => "field " + string.Join(',', f.Declaration.Variables.Select(v => v.Identifier.ValueText)),
        EnumMemberDeclarationSyntax e => $"enum member {e.Identifier.ValueText}",
        _ => member.Kind().ToString(),
    };

    private static string PartialDefinition(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.PartialKeyword) && method.Body is null && method.ExpressionBody is null ? " definition" : "";

    private static string Types(BaseParameterListSyntax list) => string.Join(',', list.Parameters.Select(p =>
        string.Concat(p.Modifiers.Where(m => m.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword).Select(m => m.Text + " ")) + Normal(p.Type)));

    /// <summary>A type as written, without white space and nullable marks, so that adding annotations keeps the key.</summary>
    private static string Normal(TypeSyntax? type) => type is null ? "" : string.Concat(type.DescendantTokens().Where(t => !t.IsKind(SyntaxKind.QuestionToken)).Select(t => t.Text));
}
