using AstRegistry.Packing;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Syntax;

/// <summary>The door of the inventory: one syntax tree in, one file table out.</summary>
internal static class SyntaxInventory
{
    [ThreadStatic]
    private static FileWalk? _walk;

    /// <summary>
    /// Records the types, members and nodes of one file in a single pass over its syntax, without a semantic model. Linear in the length
    /// of the file; the depth of the tree does not matter.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static FileTable Read(SyntaxTree tree, InventoryOptions options, CancellationToken cancellationToken = default) =>
        ReadWithSyntax(tree, options, null, cancellationToken);

    /// <summary>Records one file, and gives the syntax of each row to those who look at it a second time.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static FileTable ReadWithSyntax(SyntaxTree tree, InventoryOptions options, DeclarationSyntax? declarations, CancellationToken cancellationToken)
    {
        // The walk keeps its buffers from file to file. It is taken while in use, so that a failed walk leaves nothing behind.
        var walk = _walk ?? new FileWalk();
        _walk = null;
        var table = walk.Read(tree, options, declarations, cancellationToken);
        _walk = walk;
        return table;
    }
}
