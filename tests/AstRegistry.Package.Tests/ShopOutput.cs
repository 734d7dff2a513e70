namespace AstRegistry.Package.Tests;

/// <summary>What <c>Programs/Shop.cs</c> prints of itself: how each line begins, for ids and paths follow.</summary>
internal static class ShopOutput
{
    private static readonly string[] Lines =
    [
        "project Shop Statements complete=True",
        "module TopLevelProgram Program",
        "module Class Shop.Cart",
        "module Record Shop.Item",
        "function Method Shop.Cart.Add(Item,int)",
        "function Constructor Shop.Item..ctor(string,decimal)",
        "same function True",
        "same module True",
        "add ",
        "node IfStatement ",
        "node ThrowStatement ",
        "node ObjectCreationExpression ",
        "node ForStatement ",
        "node ExpressionStatement ",
        "node InvocationExpression ",
        "ancestors ObjectCreationExpression ThrowStatement IfStatement MethodDeclaration",
        "same node True in Shop.Cart.Add(Item,int)",
    ];

    public static void Check(string output)
    {
        var lines = output.Split('\n');
        Assert.All(Lines, start => Assert.Contains(lines, line => line.StartsWith(start, StringComparison.Ordinal)));
    }
}
