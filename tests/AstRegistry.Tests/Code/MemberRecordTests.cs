namespace AstRegistry.Tests.Code;

public sealed class MemberRecordTests
{
    [Fact]
    public void A_member_tells_what_its_declaration_says()
    {
        var file = new FileTableBuilder("Shop/Cart.cs");
        file.Member(file.Type("Cart"), MemberKind.Method, "Add", [], row =>
        {
            row.Arity = 1;
            row.Parameters = [new("List<T>", ParameterRefKind.None), new("Item", ParameterRefKind.Ref)];
            row.ReturnType = "Task<int>";
            row.Accessibility = DeclaredAccessibility.ProtectedInternal;
            row.Modifiers = DeclarationModifiers.Async | DeclarationModifiers.Static;
            row.Attributes = ["Obsolete"];
            row.Digest = 42;
        });

        var member = Assert.Single(Assert.Single(TestRegistry.Of(file.Table).Modules).Members);

        Assert.Equal("Shop.Cart.Add``1(List<T>,ref Item)", member.Key);
        Assert.Equal(member.Key, member.ToString());
        Assert.Equal("Add", member.Name);
        Assert.Equal(MemberKind.Method, member.Kind);
        Assert.Equal(1, member.Arity);
        Assert.Equal(["List<T>", "ref Item"], member.Parameters.Select(parameter => parameter.ToString()));
        Assert.Equal("Task<int>", member.ReturnType);
        Assert.Equal(DeclaredAccessibility.ProtectedInternal, member.Accessibility);
        Assert.Equal(DeclarationModifiers.Async | DeclarationModifiers.Static, member.Modifiers);
        Assert.Equal(["Obsolete"], member.AttributeNames);
        Assert.Equal(42u, member.Digest);
        Assert.True(member.HasBody);
        Assert.Equal(new SourceLocation("Shop/Cart.cs", new SourceSpan(1, 4, 1, 40)), member.Location);
        Assert.Equal([member.Location], member.Locations);
        Assert.Equal("Shop/Cart.cs:2:5-2:41", member.Location.ToString());
        Assert.Null(member.Container);
    }

    [Fact]
    public void A_field_is_a_member_but_no_function()
    {
        var file = new FileTableBuilder();
        file.Member(file.Type("Cart"), MemberKind.Field, "_items");
        var registry = TestRegistry.Of(file.Table);

        Assert.IsNotType<FunctionRecord>(registry.FindMember("Shop.Cart._items"));
        Assert.Empty(registry.Functions);
    }

    [Fact]
    public void Nested_functions_form_a_tree_below_their_member()
    {
        var file = new FileTableBuilder();
        var cart = file.Type("Cart");
        var run = file.Method(cart, "Run");
        var root = file.LastNode;
        var outer = file.Nested(run, MemberKind.LocalFunction, SyntaxNodeKind.LocalFunctionStatement, "Outer", root);
        file.Nested(outer, MemberKind.Lambda, SyntaxNodeKind.SimpleLambdaExpression, "x", file.LastNode);
        file.Nested(run, MemberKind.LocalFunction, SyntaxNodeKind.LocalFunctionStatement, "Second", root);
        file.Method(cart, "Stop");

        var record = TestRegistry.Of(file.Table).FindFunction("Shop.Cart.Run()");

        Assert.Equal(["Outer", "Second"], record.NestedFunctions.Select(nested => nested.Name));
        var lambda = Assert.Single(record.NestedFunctions[0].NestedFunctions);
        Assert.Same(record.NestedFunctions[0], lambda.Container);
        Assert.Same(record, lambda.Container?.Container);
        Assert.Equal($"Shop.Cart.Run().Outer().lambda{lambda.Id.ToString()[16..]}", lambda.Key);
        Assert.Empty(record.NestedFunctions[1].NestedFunctions);
    }

    [Fact]
    public void Thousands_of_nested_lambdas_do_not_overflow_the_stack()
    {
        var file = new FileTableBuilder();
        var function = file.Method(file.Type("Cart"), "Run");
        for (var depth = 0; depth < 2_000; depth++)
        {
            function = file.Nested(function, MemberKind.Lambda, SyntaxNodeKind.SimpleLambdaExpression, "x", file.LastNode, (ushort)depth);
        }

        var registry = TestRegistry.Of(file.Table);

        Assert.Equal(2_001, registry.Functions.Count);
        Assert.Equal(2_000, registry.Functions[^1].Node.Ancestors().Count());
    }
}
