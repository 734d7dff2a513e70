using AstRegistry.Identity;

namespace AstRegistry.Tests.Code;

public sealed class CodeRegistryIdsTests
{
    private readonly FileTableBuilder _file = new("Shop/Cart.cs");
    private readonly CodeRegistry _registry;

    public CodeRegistryIdsTests()
    {
        var cart = _file.Type("Cart");
        var add = _file.Method(cart, "Add", "Item");
        var root = _file.LastNode;
        _file.Nested(add, MemberKind.Lambda, SyntaxNodeKind.SimpleLambdaExpression, "item", root);
        _file.Node(SyntaxNodeKind.InvocationExpression, _file.LastNode, "Check");
        _file.Node(SyntaxNodeKind.InvocationExpression, root, "Check", 77);
        _file.Method(cart, "Remove", "Item");
        _file.Node(SyntaxNodeKind.InvocationExpression, _file.LastNode, "Check");
        _registry = TestRegistry.Of(_file.Table);
    }

    [Fact]
    public void Ids_are_those_of_the_identity_scheme()
    {
        var module = _registry.FindModule("Shop.Cart");
        var function = _registry.FindFunction("Shop.Cart.Add(Item)");

        Assert.Equal(new NodeId(MemberHash.OfType("Shop", "Shop.Cart").Id), module.Id);
        Assert.Equal(new NodeId(MemberHash.OfMember("Shop", MemberKind.Method, false, "Shop.Cart.Add(Item)").Id), function.Id);
        var lambda = Assert.Single(function.NestedFunctions);
        Assert.Equal(new NodeId(function.Id.Member, LocalIds.Structural((int)SyntaxNodeKind.SimpleLambdaExpression, "item", 0)), lambda.Id);
    }

    [Fact]
    public void Every_record_is_found_by_its_id()
    {
        foreach (var module in _registry.Modules)
        {
            Assert.Same(module, _registry.GetModule(module.Id));
            Assert.All(module.Members, member => Assert.Same(member, _registry.GetMember(member.Id)));
        }

        Assert.Equal(3, _registry.Functions.Count);
        Assert.All(_registry.Functions, function => Assert.Same(function, _registry.GetFunction(function.Id)));
    }

    [Fact]
    public void Every_node_is_found_by_its_id_and_by_its_text()
    {
        var nodes = _registry.Functions.SelectMany(function => function.Node.DescendantsAndSelf()).Distinct().ToArray();

        Assert.Equal(6, nodes.Length);
        Assert.Equal(6, nodes.Select(node => node.Id).Distinct().Count());
        Assert.All(nodes, node => Assert.Equal(node, _registry.GetNode(NodeId.Parse(node.Id.ToString()))));
    }

    [Fact]
    public void A_nested_functions_id_is_its_nodes_id()
    {
        var lambda = _registry.FindFunction("Shop.Cart.Add(Item)").NestedFunctions[0];

        Assert.Equal(lambda.Id, lambda.Node.Id);
        Assert.Equal(lambda.Node, _registry.GetNode(lambda.Id));
        Assert.Same(lambda, lambda.Node.Function);
    }

    [Fact]
    public void An_id_of_one_sort_is_not_found_as_another()
    {
        var module = _registry.FindModule("Shop.Cart").Id;
        var function = _registry.FindFunction("Shop.Cart.Add(Item)");
        var call = function.Node.Children.Last().Id;

        Assert.False(_registry.TryGetMember(module, out _));
        Assert.False(_registry.TryGetNode(module, out var none));
        Assert.True(none.IsNone);
        Assert.False(_registry.TryGetModule(function.Id, out _));
        Assert.False(_registry.TryGetMember(call, out _));
        Assert.False(_registry.TryGetFunction(call, out _));
        Assert.False(_registry.TryGetModule(new NodeId(module.Member, 5), out _));
        Assert.False(_registry.TryGetNode(new NodeId(function.Id.Member, 5), out _));
        Assert.False(_registry.TryGetNode(NodeId.None, out _));
    }

    [Fact]
    public void A_miss_names_the_id()
    {
        var id = NodeId.Parse("9f2c41d0a7be33e1:4a07c2.1f3b");

        Assert.Equal(
            "There is no node with the id '9f2c41d0a7be33e1:4a07c2.1f3b' in the registry of 'Shop', which records Statements.",
            Assert.Throws<KeyNotFoundException>(() => _registry.GetNode(id)).Message);
        Assert.Throws<KeyNotFoundException>(() => _registry.GetModule(id));
        Assert.Throws<KeyNotFoundException>(() => _registry.GetMember(id));
        Assert.Throws<KeyNotFoundException>(() => _registry.GetFunction(id));
    }

    [Fact]
    public void Of_members_declared_twice_each_keeps_its_own_nodes()
    {
        var twice = new FileTableBuilder();
        var cart = twice.Type("Cart");
        twice.Method(cart, "Add");
        var first = twice.Node(SyntaxNodeKind.InvocationExpression, twice.LastNode, "First");
        twice.Method(cart, "Add");
        var second = twice.Node(SyntaxNodeKind.InvocationExpression, twice.LastNode, "Second");
        var registry = TestRegistry.Of(twice.Table);

        Assert.Equal(2, registry.Functions.Count);
        var names = registry.Functions.Select(function => registry.GetNode(function.Node.Children.Single().Id).Name);
        Assert.Equal(["First", "Second"], names.Order());
        Assert.True(first < second);
    }
}
