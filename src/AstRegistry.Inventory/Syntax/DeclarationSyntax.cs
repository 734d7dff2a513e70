using AstRegistry.Packing;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Syntax;

/// <summary>The syntax that the rows of a <see cref="FileTable"/> were read from. Top-level statements stand as their compilation unit.</summary>
internal sealed class DeclarationSyntax
{
    /// <summary>The declaration of each row of <see cref="FileTable.Types"/>.</summary>
    public List<SyntaxNode> Types { get; } = [];

    /// <summary>The declaration of each row of <see cref="FileTable.Members"/>; of a field's further declarators, the declarator.</summary>
    public List<SyntaxNode> Members { get; } = [];
}
