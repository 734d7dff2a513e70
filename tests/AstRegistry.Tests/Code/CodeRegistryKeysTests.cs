namespace AstRegistry.Tests.Code;

public sealed class CodeRegistryKeysTests
{
    private readonly CodeRegistry _registry = MakeShop();

    [Fact]
    public void A_module_is_found_by_its_key()
    {
        Assert.Equal("Line", _registry.FindModule("Shop.Cart+Line`1").Name);
        Assert.Same(_registry.FindModule("Shop.Cart"), _registry.FindModule("Shop.Cart"));
    }

    [Theory]
    [InlineData("Shop.Cart.Add(Item)", MemberKind.Method)]
    [InlineData("Shop.Cart.Add(Item,int)", MemberKind.Method)]
    [InlineData("Shop.Cart._items", MemberKind.Field)]
    [InlineData("Shop.Cart+Line`1..ctor(System.Collections.Generic.List<T>)", MemberKind.Constructor)]
    [InlineData("Shop.Cart.System.IDisposable.Dispose()", MemberKind.Method)]
    [InlineData("Shop.Cart.Add(Item).Check(int)", MemberKind.LocalFunction)]
    public void A_member_is_found_by_its_key_cold_and_warm(string key, MemberKind kind)
    {
        var cold = _registry.FindMember(key);
        Assert.Equal(key, cold.Key);
        Assert.Equal(kind, cold.Kind);
        Assert.Same(cold, _registry.FindMember(key));
        Assert.Equal(cold is FunctionRecord, _registry.TryFindFunction(key, out var function));
        Assert.Equal(cold as FunctionRecord, function);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("Shop")]
    [InlineData("Shop.Cart.")]
    [InlineData("Shop.Cart.Add")]
    [InlineData("Shop.Cart.Add()")]
    [InlineData("shop.cart.add(item)")]
    [InlineData("Shop.Cart.Add(Item) ")]
    public void What_is_not_there_is_not_found(string key)
    {
        Assert.False(_registry.TryFindMember(key, out var member));
        Assert.Null(member);
        Assert.False(_registry.TryFindFunction(key, out _));
        Assert.False(_registry.TryFindModule(key, out _));
        Assert.Throws<KeyNotFoundException>(() => _registry.FindMember(key));
    }

    [Fact]
    public void A_miss_names_the_key_and_the_near_ones()
    {
        var function = Assert.Throws<KeyNotFoundException>(() => _registry.FindFunction("Shop.Cart.Ad(Item)"));
        Assert.Equal(
            "There is no function 'Shop.Cart.Ad(Item)' in the registry of 'Shop'. Near: 'Shop.Cart.Add(Item)', 'Shop.Cart.Add(Item).Check(int)', 'Shop.Cart.Add(Item,int)'.",
            function.Message);
        var module = Assert.Throws<KeyNotFoundException>(() => _registry.FindModule("Cart"));
        Assert.Equal("There is no module 'Cart' in the registry of 'Shop'. Near: 'Shop.Cart'.", module.Message);
    }

    [Fact]
    public void A_field_asked_for_as_a_function_is_said_to_be_one()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => _registry.FindFunction("Shop.Cart._items"));
        Assert.Equal("'Shop.Cart._items' in the registry of 'Shop' is not a function but a member of kind Field.", error.Message);
    }

    [Fact]
    public void A_null_key_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => _registry.FindModule((string)null!));
        Assert.Throws<ArgumentNullException>(() => _registry.FindMember(null!));
        Assert.Throws<ArgumentNullException>(() => _registry.FindModule((Type)null!));
    }

    private static CodeRegistry MakeShop()
    {
        var file = new FileTableBuilder();
        var cart = file.Type("Cart");
        var line = file.Type("Line", cart, row => row.Arity = 1);
        file.Member(cart, MemberKind.Field, "_items");
        var add = file.Method(cart, "Add", "Item");
        file.Nested(add, MemberKind.LocalFunction, SyntaxNodeKind.LocalFunctionStatement, "Check", file.LastNode);
        file.Table.Members[^1].Parameters = [new ParameterRecord("int", ParameterRefKind.None)];
        file.Method(cart, "Add", "Item", "int");
        file.Method(cart, "System.IDisposable.Dispose");
        file.Member(line, MemberKind.Constructor, ".ctor", ["System.Collections.Generic.List<T>"]);
        return TestRegistry.Of(file.Table);
    }
}
