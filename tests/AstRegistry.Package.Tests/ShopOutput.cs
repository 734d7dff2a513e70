namespace AstRegistry.Package.Tests;

/// <summary>What <c>Programs/Shop.cs</c> prints of itself, but for paths.</summary>
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
        "same node True in Shop.Cart.Add(Item,int)",
    ];

    public static void Check(string output)
    {
        var lines = output.Split('\n');
        Assert.All(Lines, line => Assert.Contains(line, lines));
        Assert.Contains(lines, static line => line.StartsWith("node IfStatement ", StringComparison.Ordinal));
        Assert.Contains("ancestors ", output, StringComparison.Ordinal);
    }
}
