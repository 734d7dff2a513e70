using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Renames;

/// <summary>The body of a member: what stands behind its name, parameters and type, whatever form it has.</summary>
internal static class BodyTokens
{
    /// <summary>Hashes the body of a member that is declared here, its own name replaced.</summary>
    public static TokenHash Of(SyntaxNode declaration)
    {
        var hash = new TokenHash();
        var name = OwnName(declaration);
        if (declaration is CompilationUnitSyntax unit)
        {
            foreach (var member in unit.Members)
            {
                if (member is GlobalStatementSyntax) hash.AddAll(member, name);
            }

            return hash;
        }

        var (first, second, third) = Parts(declaration);
        if (first is not null) hash.AddAll(first, name);
        if (second is not null) hash.AddAll(second, name);
        if (third is not null) hash.AddAll(third, name);
        return hash;
    }

    private static (SyntaxNode? First, SyntaxNode? Second, SyntaxNode? Third) Parts(SyntaxNode declaration) => declaration switch
    {
        ConstructorDeclarationSyntax constructor => (constructor.Initializer, constructor.Body, constructor.ExpressionBody),
        BaseMethodDeclarationSyntax method => (method.Body, method.ExpressionBody, null),
        PropertyDeclarationSyntax property => (property.AccessorList, property.ExpressionBody, property.Initializer),
        IndexerDeclarationSyntax indexer => (indexer.AccessorList, indexer.ExpressionBody, null),
        EventDeclarationSyntax @event => (@event.AccessorList, null, null),
        EnumMemberDeclarationSyntax member => (member.EqualsValue, null, null),
        BaseFieldDeclarationSyntax field when field.Declaration.Variables.Count > 0 => Parts(field.Declaration.Variables[0]),
        VariableDeclaratorSyntax variable => (variable.ArgumentList, variable.Initializer, null),
        _ => default,
    };

    private static string OwnName(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        DestructorDeclarationSyntax finalizer => finalizer.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        EventDeclarationSyntax @event => @event.Identifier.ValueText,
        EnumMemberDeclarationSyntax member => member.Identifier.ValueText,
        BaseFieldDeclarationSyntax field when field.Declaration.Variables.Count > 0 => field.Declaration.Variables[0].Identifier.ValueText,
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        _ => "",
    };
}
