using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.FieldStudy.Counts;

/// <summary>What the compiler's symbols say a compilation declares.</summary>
internal sealed class SymbolCount
{
    public SymbolCount(CSharpCompilation compilation)
    {
        foreach (var type in TypesOf(compilation.Assembly.GlobalNamespace))
        {
            Add(Modules, type);
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
                if (!method.IsImplicitlyDeclared) Add(Functions, method);
        }

        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (node is LocalFunctionStatementSyntax && model.GetDeclaredSymbol(node) is IMethodSymbol) LocalFunctions++;
                else if (node is AnonymousFunctionExpressionSyntax && model.GetSymbolInfo(node).Symbol is IMethodSymbol) Lambdas++;
            }
        }
    }

    public Declared Modules { get; } = new();

    public Declared Functions { get; } = new();

    public int LocalFunctions { get; }

    public int Lambdas { get; }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol { IsImplicitlyDeclared: false, DeclaringSyntaxReferences.Length: > 0 } type) yield return type;
            if (member is not INamespaceOrTypeSymbol inner) continue;
            foreach (var nested in TypesOf(inner)) yield return nested;
        }
    }

    private static void Add(Declared declared, ISymbol symbol)
    {
        var references = symbol.DeclaringSyntaxReferences.AsEnumerable();
        // The symbols of a partial method or property are two; the defining one stands for both.
        if (symbol is IMethodSymbol { PartialImplementationPart: { } implementation }) references = references.Concat(implementation.DeclaringSyntaxReferences);
        var name = symbol.GetDocumentationCommentId() ?? symbol.ToDisplayString();
        foreach (var reference in references) declared.Add(name, PlaceOf(symbol, reference.GetSyntax()));
    }

    private static Place PlaceOf(ISymbol symbol, SyntaxNode syntax)
    {
        // A primary constructor is declared by its parameter list, top-level code by its first statement.
        SyntaxNode? part = symbol is not IMethodSymbol ? null : syntax switch
        {
            TypeDeclarationSyntax type => type.ParameterList,
            CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().FirstOrDefault(),
            _ => null,
        };
        return Place.Of(syntax.SyntaxTree, (part ?? syntax).SpanStart);
    }
}
