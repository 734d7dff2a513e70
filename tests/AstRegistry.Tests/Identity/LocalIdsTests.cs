using AstRegistry.Identity;
using AstRegistry.Packing;
using AstRegistry.Tests.Syntax;

namespace AstRegistry.Tests.Identity;

/// <summary>The local halves of node ids, by golden values that were computed outside.</summary>
public class LocalIdsTests
{
    [Fact]
    public void Local_ids_never_change()
    {
        var table = TestInventory.Read("class C { int M(int x) { if (x > 0) { Add(x, 1, 1); Add(x); } else { } return x; } }", AstRegistryDetail.Nodes);
        var locals = LocalIds.Compute(table.Nodes);

        Assert.Equal(
            """
            MethodDeclaration  0000000000000000
            PredefinedType int 000000000026cc37
            ParameterList  00000000004e4099
            Parameter x 00000000000f9dcf
            PredefinedType int 0000000000dc33e1
            Block  0000000000891f73
            IfStatement > e437f80000000000
            GreaterThanExpression > e437f80000d2b591
            IdentifierName x e437f80000da7902
            NumericLiteralExpression  e437f80000739956
            Block  e437f80000891f73
            ExpressionStatement Add cfc07028b7000000
            InvocationExpression Add 4ad10bb0fd000000
            IdentifierName Add 4ad10bb0fda3030a
            ArgumentList  4ad10bb0fd596887
            Argument x 4ad10bb0fdd25773
            IdentifierName x 4ad10bb0fd9239b7
            Argument  4ad10bb0fdc62a07
            NumericLiteralExpression  4ad10bb0fd9d3840
            Argument  4ad10bb0fd0ab9d2
            NumericLiteralExpression  4ad10bb0fde4ee6f
            ExpressionStatement Add cfc0703a40000000
            InvocationExpression Add 4ad10b7293000000
            IdentifierName Add 4ad10b7293a3030a
            ArgumentList  4ad10b7293596887
            Argument x 4ad10b7293d25773
            IdentifierName x 4ad10b72939239b7
            ElseClause  8d6aee0000000000
            Block  8d6aee0000891f73
            ReturnStatement x ce08580000000000
            IdentifierName x ce08580000aae876
            """,
            string.Join('\n', Enumerable.Range(0, locals.Length).Select(i => $"{(SyntaxNodeKind)table.Nodes.Kind[i]} {table.Nodes.Name[i]} {locals[i]:x16}")));
    }

    [Theory]
    [InlineData(SyntaxNodeKind.InvocationExpression, "Add", 0, 0x4ad10b0000000000)]
    [InlineData(SyntaxNodeKind.InvocationExpression, "Add", 0x1f3b, 0x4ad10b1f3b000000)]
    [InlineData(SyntaxNodeKind.IfStatement, "", 1, 0x78622b0001000000)]
    [InlineData(SyntaxNodeKind.LocalFunctionStatement, "Größe", 0xffff, 0xce4b0fffff000000)]
    public void Structural_nodes_are_named_by_kind_name_and_discriminator(SyntaxNodeKind kind, string name, int discriminator, ulong local) =>
        Assert.Equal(local, LocalIds.Structural((int)kind, name, (ushort)discriminator));

    [Fact]
    public void Equal_nodes_below_one_anchor_are_counted()
    {
        var table = TestInventory.ReadMembers("void M() { F(1, 1, 1, 1, 1); }", AstRegistryDetail.Nodes);
        var ids = table.NodeIds();

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(5, table.Nodes.Kind.Count(k => k == (int)SyntaxNodeKind.NumericLiteralExpression));
    }

    [Fact]
    public void Names_hold_no_literal()
    {
        var table = TestInventory.ReadMembers("""string M(string s = "secret") => s switch { "secret" => Get("secret", 42, 'c'), _ => $"secret{1}" + "secret" };""", AstRegistryDetail.Nodes);

        Assert.All(table.Nodes.Name.Take(table.Nodes.Count), name => Assert.DoesNotContain("secret", name, StringComparison.Ordinal));
        Assert.All(table.Nodes.Name.Take(table.Nodes.Count), name => Assert.DoesNotContain("42", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_to_name_gives_nothing() => Assert.Empty(LocalIds.Compute(new NodeTable()));
}
