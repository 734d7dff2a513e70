using AstRegistry.Packing;

namespace AstRegistry.Tests.Code;

public sealed class PartialMemberTests
{
    private readonly CodeRegistry _registry;

    public PartialMemberTests()
    {
        var definitions = new FileTableBuilder("a.cs");
        var cart = definitions.Type("Cart");
        definitions.Member(cart, MemberKind.Method, "Load", [], Define);
        var total = definitions.Member(cart, MemberKind.Property, "Total", [], Define);
        definitions.Nested(total, MemberKind.Getter, SyntaxNodeKind.GetAccessorDeclaration, "get", definitions.LastNode);
        definitions.Member(cart, MemberKind.Method, "Forgotten", [], Define);
        var implementations = new FileTableBuilder("b.cs");
        cart = implementations.Type("Cart");
        implementations.Member(cart, MemberKind.Method, "Load", [], Implement);
        total = implementations.Member(cart, MemberKind.Property, "Total", [], Implement);
        implementations.Nested(total, MemberKind.Getter, SyntaxNodeKind.GetAccessorDeclaration, "get", implementations.LastNode);
        _registry = TestRegistry.Of(definitions.Table, implementations.Table);
    }

    [Fact]
    public void Both_halves_are_one_member_in_every_list()
    {
        var cart = Assert.Single(_registry.Modules);

        Assert.Equal(["Shop.Cart.Forgotten()", "Shop.Cart.Load()", "Shop.Cart.Total"], cart.Members.Select(member => member.Key));
        Assert.Equal(["Shop.Cart.Forgotten()", "Shop.Cart.Load()", "Shop.Cart.Total.get"], cart.Functions.Select(function => function.Key));
        Assert.Equal(2, cart.CountMembers(MemberKind.Method));
        Assert.Equal(1, cart.CountMembers(MemberKind.Property));
        Assert.Equal(1, cart.CountMembers(MemberKind.Getter));
    }

    [Fact]
    public void The_implementation_stands_for_both()
    {
        var load = _registry.FindFunction("Shop.Cart.Load()");

        Assert.True(load.HasBody);
        Assert.Equal(["b.cs", "a.cs"], load.Locations.Select(location => location.Path));
        Assert.Equal(["Implementing", "Defining"], load.AttributeNames);
        Assert.Null(load.PartialImplementation);
    }

    [Fact]
    public void The_defining_half_is_reached_by_its_own_id()
    {
        var load = _registry.FindFunction("Shop.Cart.Load()");
        var definition = load.PartialDefinition;

        Assert.NotNull(definition);
        Assert.NotEqual(load.Id, definition.Id);
        Assert.Equal(load.Key, definition.Key);
        Assert.Same(definition, _registry.GetMember(definition.Id));
        Assert.Same(load, definition.PartialImplementation);
        Assert.Equal(["a.cs"], definition.Locations.Select(location => location.Path));
        Assert.Equal(definition.Id, ((FunctionRecord)definition).Node.Id);
    }

    [Fact]
    public void A_defining_half_without_an_implementation_stays_in_the_lists()
    {
        var forgotten = _registry.FindFunction("Shop.Cart.Forgotten()");

        Assert.False(forgotten.HasBody);
        Assert.Null(forgotten.PartialImplementation);
        Assert.Null(forgotten.PartialDefinition);
    }

    private static void Define(MemberRow row)
    {
        row.Modifiers = DeclarationModifiers.Partial;
        row.HasBody = false;
        row.Attributes = ["Defining"];
    }

    private static void Implement(MemberRow row)
    {
        row.Modifiers = DeclarationModifiers.Partial;
        row.Attributes = ["Implementing"];
    }
}
