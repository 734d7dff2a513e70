namespace AstRegistry.Tests.Code;

public sealed class CodeRegistryTests
{
    [Fact]
    public void Modules_of_all_files_are_sorted_ordinally_by_key()
    {
        var first = new FileTableBuilder();
        var zebra = first.Type("Zebra");
        first.Type("inner", zebra);
        first.Type("Inner", zebra);
        var second = new FileTableBuilder();
        second.Type("Apple");
        second.Type("apple");

        var registry = TestRegistry.Of(first.Table, second.Table);

        Assert.Equal(["Shop.Apple", "Shop.Zebra", "Shop.Zebra+Inner", "Shop.Zebra+inner", "Shop.apple"], registry.Modules.Select(module => module.Key));
    }

    [Fact]
    public void Functions_of_all_modules_are_sorted_ordinally_by_key_with_nested_ones()
    {
        var file = new FileTableBuilder();
        var zebra = file.Type("Zebra");
        var apple = file.Type("Apple");
        var run = file.Method(zebra, "Run");
        file.Nested(run, MemberKind.LocalFunction, SyntaxNodeKind.LocalFunctionStatement, "Step", file.LastNode);
        file.Member(apple, MemberKind.Field, "_field");
        file.Method(apple, "Peel", "int");
        file.Method(apple, "Peel");

        var registry = TestRegistry.Of(file.Table);

        Assert.Equal(
            ["Shop.Apple.Peel()", "Shop.Apple.Peel(int)", "Shop.Zebra.Run()", "Shop.Zebra.Run().Step()"],
            registry.Functions.Select(function => function.Key));
    }

    [Fact]
    public void Functions_with_equal_keys_are_ordered_by_id_wherever_their_files_stand()
    {
        var file = new FileTableBuilder();
        var run = file.Method(file.Type("Cart"), "Run");
        var root = file.LastNode;
        for (ushort discriminator = 0; discriminator < 5; discriminator++)
        {
            file.Nested(run, MemberKind.LocalFunction, SyntaxNodeKind.LocalFunctionStatement, "Step", root, (ushort)(discriminator * 7919 % 13));
        }

        var steps = TestRegistry.Of(file.Table).Functions.Where(function => function.Name == "Step").ToArray();

        Assert.Equal(5, steps.Length);
        Assert.Equal(steps.Select(step => step.Id).Order(), steps.Select(step => step.Id));
        Assert.Single(steps.Select(step => step.Key).Distinct());
    }

    [Fact]
    public void An_empty_project_has_an_empty_registry()
    {
        var registry = TestRegistry.Of();

        Assert.Empty(registry.Modules);
        Assert.Empty(registry.Functions);
        Assert.Equal("Shop (Statements)", registry.ToString());
    }

    [Fact]
    public void Lists_give_the_same_records_each_time()
    {
        var file = new FileTableBuilder();
        file.Method(file.Type("Cart"), "Add");
        var registry = TestRegistry.Of(file.Table);

        Assert.Same(registry.Modules, registry.Modules);
        Assert.Same(registry.Functions[0], registry.Modules[0].Functions[0]);
        Assert.Same(registry.Functions[0], registry.FindFunction("Shop.Cart.Add()"));
        Assert.Same(registry.Functions[0], registry.GetFunction(registry.Functions[0].Id));
        Assert.Same(registry.Modules[0], registry.Functions[0].Module);
    }
}
